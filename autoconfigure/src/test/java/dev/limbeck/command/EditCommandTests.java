package dev.limbeck.command;

import java.nio.file.Path;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.RevisionNotFoundException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EditCommand}.
 */
class EditCommandTests {

	@TempDir
	private Path path;

	@Test
	void filesOfAllThatTheTargetNamesAreFound() {
		assertThat(Project.withBranches(this.path).offline().files("heads"))
			.containsExactly(this.path.resolve("e1.sql"), this.path.resolve("x2.sql"));
	}

	@Test
	void currentIsWhatTheDatabaseHas() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Migrations migrations = Project.withBranches(this.path).on(database);
		assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> migrations.files("current"));
		migrations.upgrade("b1");
		assertThat(migrations.files("current")).containsExactly(this.path.resolve("b1.sql"));
	}

	@Test
	void unknownRevisionIsRefused() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> migrations.files("nowhere"));
	}

	@Test
	void sourceIsFoundInTheModuleOfTheWorkingDirectory() {
		Project project = new Project(this.path.resolve("src/main/resources/db/migrations/versions")).revision("a1", "",
				"");
		new Project(this.path).file("pom.xml", "<project/>");
		Migrations migrations = Migrations.builder()
			.workingDirectory(this.path)
			.classLoader(ClassLoader.getPlatformClassLoader())
			.build();
		assertThat(migrations.files("head")).containsExactly(project.path().resolve("a1.sql"));
	}

}
