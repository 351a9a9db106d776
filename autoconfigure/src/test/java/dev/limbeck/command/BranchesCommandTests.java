package dev.limbeck.command;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BranchesCommand}.
 */
class BranchesCommandTests {

	@TempDir
	private Path path;

	@Test
	void branchPointsAreListedWithTheirChildren() {
		assertThat(Project.withBranches(this.path).offline().branches()).singleElement().satisfies((branch) -> {
			assertThat(branch.branchPoint().revision()).isEqualTo("b1");
			assertThat(branch.branchPoint().branchPoint()).isTrue();
			assertThat(Project.ids(branch.children())).containsExactly("c1", "d1");
		});
	}

	@Test
	void dependencyMakesNoBranchPoint() {
		assertThat(new Project(this.path).revision("a1", "", "")
			.revision("b1", "a1", "")
			.revision("x1", "", "depends_on: a1")
			.offline()
			.branches()).isEmpty();
	}

}
