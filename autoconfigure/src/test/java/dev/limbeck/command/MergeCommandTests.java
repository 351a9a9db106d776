package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.RevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MergeCommand}.
 */
class MergeCommandTests {

	@TempDir
	private Path path;

	@Test
	void mergeOfAllHeadsLeavesOne() {
		Migrations migrations = Project.withBranches(this.path).offline();
		CreatedRevision created = migrations.merge(MergeRequest.of("heads").withRevId("m1"));
		assertThat(created.downRevisions()).containsExactly("e1", "x2");
		assertThat(created.message()).isEqualTo("merge e1, x2");
		assertThat(Project.ids(migrations.heads())).containsExactly("m1");
	}

	@Test
	void namedRevisionsAreMergedWithWhatIsAsked() {
		Migrations migrations = new Project(this.path).revision("a1", "", "").revision("b1", "", "").offline();
		CreatedRevision created = migrations
			.merge(MergeRequest.of("b1", "a1").withMessage("together").withBranchLabels(List.of("one")));
		assertThat(created.downRevisions()).containsExactly("b1", "a1");
		assertThat(created.message()).isEqualTo("together");
		assertThat(created.branchLabels()).containsExactly("one");
	}

	@Test
	void revisionThatIsNoHeadNeedsSplice() {
		Migrations migrations = Project.withBranches(this.path).offline();
		MergeRequest request = MergeRequest.of("c1", "x2");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> migrations.merge(request))
			.satisfies((failure) -> assertThat(failure.category()).isEqualTo("splice-required"));
		assertThat(migrations.merge(request.withSplice(true)).downRevisions()).containsExactly("c1", "x2");
	}

	@Test
	void nothingToMergeIsRefused() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> migrations.merge(MergeRequest.of()));
	}

}
