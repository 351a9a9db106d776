package dev.limbeck.revision;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionGraph}: what it knows about its revisions.
 */
class RevisionGraphTests {

	private final RevisionGraph graph = Graphs.graph("a", "b: a", "c1: b", "c2: b", "d: c1 c2", "x1", "x2: x1 | d");

	@Test
	void anEmptyGraphIsAGraph() {
		RevisionGraph empty = RevisionGraph.of(List.of());
		assertThat(empty.size()).isZero();
		assertThat(empty.heads()).isEmpty();
		assertThat(empty.resolve("head")).isEmpty();
		assertThat(empty.planUpgrade(List.of(), "heads").isEmpty()).isTrue();
	}

	@Test
	void revisionsKeepTheirLoadOrder() {
		assertThat(Graphs.ids(this.graph.revisions())).containsExactly("a", "b", "c1", "c2", "d", "x1", "x2");
		assertThat(this.graph.size()).isEqualTo(7);
		assertThat(this.graph.contains("c1")).isTrue();
		assertThat(this.graph.contains("c")).isFalse();
	}

	@Test
	void getWantsAFullId() {
		assertThat(this.graph.get("c1").message()).isEqualTo("make c1");
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> this.graph.get("c"));
	}

	@Test
	void aHeadThatIsADependencyIsNoEffectiveHead() {
		assertThat(Graphs.ids(this.graph.heads())).containsExactly("d", "x2");
		assertThat(Graphs.ids(this.graph.effectiveHeads())).containsExactly("x2");
	}

	@Test
	void aBaseWithADependencyIsNoRealBase() {
		RevisionGraph twoBases = Graphs.graph("a", "b: | a");
		assertThat(Graphs.ids(twoBases.bases())).containsExactly("a", "b");
		assertThat(Graphs.ids(twoBases.realBases())).containsExactly("a");
	}

	@Test
	void branchPointsAndMergePointsFollowDownRevisionsOnly() {
		assertThat(Graphs.ids(this.graph.branchPoints())).containsExactly("b");
		assertThat(Graphs.ids(this.graph.mergePoints())).containsExactly("d");
	}

	@Test
	void dependenciesAreResolvedToIds() {
		RevisionGraph labelled = Graphs.graph("a: | | orders", "b: | orders a");
		assertThat(labelled.dependencies("b")).containsExactly("a");
		assertThat(labelled.neededBy("a")).containsExactly("b");
		assertThat(labelled.children("a")).isEmpty();
	}

	@Test
	void aDependencyOfAnAncestorIsNotWalkedAgain() {
		RevisionGraph repeated = Graphs.graph("x", "a: | x", "b: a", "c: b | x", "d: | x");
		assertThat(Graphs.effectiveDown(repeated, "c")).containsExactly("b");
		assertThat(Graphs.effectiveDown(repeated, "a")).containsExactly("x");
		assertThat(Graphs.effectiveDown(repeated, "d")).containsExactly("x");
		assertThat(repeated.dependencies("c")).containsExactly("x");
	}

	@Test
	void labelsReachAllDescendants() {
		RevisionGraph labelled = Graphs.graph("a: | | core", "b: a", "c1: b | | left", "c2: b", "d: c1 c2");
		assertThat(labelled.labelsOf("a")).containsExactly("core");
		assertThat(labelled.labelsOf("c2")).containsExactly("core");
		assertThat(labelled.labelsOf("d")).containsExactly("core", "left");
	}

	@Test
	void labelsAreSorted() {
		RevisionGraph labelled = Graphs.graph("a: | | red blue green one two three", "b: a");
		assertThat(labelled.labelsOf("a")).containsExactly("blue", "green", "one", "red", "three", "two");
		assertThat(labelled.labelsOf("b")).containsExactly("blue", "green", "one", "red", "three", "two");
	}

	@Test
	void labelsReachAncestorsDownToTheFirstBranchPoint() {
		RevisionGraph labelled = Graphs.graph("a", "b: a", "c: b", "d: c | | low", "e: b", "y", "z: y | | zz");
		assertThat(labelled.labelsOf("d")).containsExactly("low");
		assertThat(labelled.labelsOf("c")).containsExactly("low");
		assertThat(labelled.labelsOf("b")).isEmpty();
		assertThat(labelled.labelsOf("y")).containsExactly("zz");
	}

	@Test
	void labelsDoNotReachAncestorsThroughAMergePointAbove() {
		RevisionGraph labelled = Graphs.graph("a", "b: a | | mid", "x", "m: b x");
		assertThat(labelled.labelsOf("a")).isEmpty();
		assertThat(labelled.labelsOf("m")).containsExactly("mid");
	}

	@Test
	void appliedIsWhatTheRowsNeedThroughDownRevisionsAndDependencies() {
		assertThat(this.graph.appliedBy(List.of("c1", "x1"))).containsExactly("a", "b", "c1", "x1");
		assertThat(this.graph.appliedBy(List.of("x2"))).hasSize(7);
		assertThat(this.graph.appliedBy(List.of())).isEmpty();
		assertThatExceptionOfType(UnknownCurrentRevisionException.class)
			.isThrownBy(() -> this.graph.appliedBy(List.of("gone")));
	}

	@Test
	void currentListsAppliedRevisionsWithoutAppliedChild() {
		assertThat(Graphs.ids(this.graph.current(List.of("x2")))).containsExactly("d", "x2");
	}

}
