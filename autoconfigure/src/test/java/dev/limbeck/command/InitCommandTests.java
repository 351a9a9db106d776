package dev.limbeck.command;

import java.nio.file.Path;

import dev.limbeck.script.RevisionWritingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InitCommand} and {@link ListTemplatesCommand}.
 */
class InitCommandTests {

	@TempDir
	private Path path;

	@Test
	void environmentIsLaidOutInTheSourceTreeAndCanBeUsed() {
		Path resources = this.path.resolve("src/main/resources");
		new Project(this.path).file("pom.xml", "<project/>").file("src/main/resources/application.properties", "a=b\n");
		Migrations migrations = migrations();
		InitResult result = migrations.init(InitRequest.defaults());
		assertThat(result.directory()).isEqualTo(resources.resolve("db/migrations"));
		assertThat(result.created()).isNotEmpty().allSatisfy((file) -> assertThat(file).exists());
		assertThat(result.changed()).containsExactly(resources.resolve("application.properties"));
		CreatedRevision created = migrations.revision(NewRevisionRequest.of("first")).get(0);
		assertThat(created.file()).hasParent(resources.resolve("db/migrations/versions"));
	}

	@Test
	void directoryThatIsNotEmptyIsLeftAlone() {
		new Project(this.path).file("pom.xml", "<project/>").file("src/main/resources/db/migrations/mine.txt", "x");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> migrations().init(InitRequest.defaults()));
	}

	@Test
	void everyTemplateThatIsListedCanBeLaidOut() {
		new Project(this.path).file("pom.xml", "<project/>").file("src/main/resources/x.txt", "");
		assertThat(migrations().listTemplates()).extracting(TemplateEntry::name)
			.containsExactly("sql", "java", "multidb", "reactive")
			.allSatisfy((name) -> {
				InitRequest request = InitRequest.defaults()
					.withTemplate(name)
					.withDirectory("src/main/resources/" + name + "/migrations");
				assertThat(migrations().init(request).created()).isNotEmpty();
			});
	}

	@Test
	void unknownTemplateIsRefused() {
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> migrations().init(InitRequest.defaults().withTemplate("cobol")));
	}

	private Migrations migrations() {
		return Migrations.builder()
			.workingDirectory(this.path)
			.classLoader(ClassLoader.getPlatformClassLoader())
			.build();
	}

}
