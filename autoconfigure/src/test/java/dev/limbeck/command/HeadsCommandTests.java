package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.revision.MissingRevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HeadsCommand}.
 */
class HeadsCommandTests {

	@TempDir
	private Path path;

	@Test
	void headsByDownRevisionAreListedInLoadOrder() {
		assertThat(Project.ids(Project.withBranches(this.path).offline().heads())).containsExactly("e1", "x2");
	}

	@Test
	void headThatIsADependencyIsNoneWhenDependenciesAreResolved() {
		Migrations migrations = new Project(this.path).revision("a1", "", "")
			.revision("x1", "", "depends_on: a1")
			.offline();
		assertThat(Project.ids(migrations.heads())).containsExactly("a1", "x1");
		assertThat(Project.ids(migrations.heads(true))).containsExactly("x1");
		assertThat(migrations.heads().get(0)).matches(RevisionEntry::head).matches((entry) -> !entry.effectiveHead());
	}

	@Test
	void entryHasEverythingThatTheFileSays() {
		RevisionEntry entry = Project.withBranches(this.path).offline().heads().get(1);
		assertThat(entry).isEqualTo(new RevisionEntry("x2", List.of("x1"), List.of("c1"), List.of("c1"),
				List.of("extra"), "make x2", "more about x2", "2026-11-21T10:15:30Z", "sql",
				this.path.resolve("x2.sql").toString(), true, true, false, false, false, List.of(), null, null));
	}

	@Test
	void noRevisionsHaveNoHeads() {
		assertThat(new Project(this.path).offline().heads()).isEmpty();
	}

	@Test
	void revisionsThatFormNoGraphAreRefused() {
		Migrations migrations = new Project(this.path).revision("b1", "a1", "").offline();
		assertThatExceptionOfType(MissingRevisionException.class).isThrownBy(migrations::heads);
	}

}
