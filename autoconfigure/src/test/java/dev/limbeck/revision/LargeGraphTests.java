package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RevisionGraph} with thousands of revisions: nothing recursive, nothing
 * that takes forever.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeGraphTests {

	@Test
	void aChainOfFiftyThousand() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 50_000; i++) {
			revisions.add(revision(i, (i > 0) ? List.of("r" + (i - 1)) : List.of(), List.of()));
		}
		Collections.shuffle(revisions, new Random(1));
		MigrationPlan<RevisionStep> plan = RevisionGraph.of(revisions).planUpgrade(List.of(), "head");
		assertThat(plan.steps()).hasSize(50_000);
		assertThat(plan.steps().get(49_998).headsAfter()).containsExactly("r49998");
		assertThat(plan.finalHeads()).containsExactly("r49999");
	}

	@Test
	void theLabelsAtTheEndsOfAChainOfFiftyThousand() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 50_000; i++) {
			revisions.add(new Revision("r" + i, (i > 0) ? List.of("r" + (i - 1)) : List.of(), List.of(),
					List.of("label" + i), "", "r" + i));
		}
		assertThat(RevisionGraph.of(revisions).labelsOf("r0")).hasSize(50_000);
	}

	@Test
	void aThousandBranchesAndTheirMerge() {
		List<Revision> revisions = new ArrayList<>();
		List<String> tips = new ArrayList<>();
		revisions.add(revision(0, List.of(), List.of()));
		for (int i = 1; i < 10_000; i++) {
			revisions.add(revision(i, List.of((i <= 1000) ? "r0" : "r" + (i - 1000)), List.of()));
			if (i >= 9_000) {
				tips.add("r" + i);
			}
		}
		revisions.add(revision(10_000, tips, List.of()));
		assertAllIsPlanned(revisions, "head");
		assertAllIsPlanned(revisions.subList(0, 10_000), "heads");
	}

	@Test
	void thousandsOfBranchesOfTwoFromOneRevision() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 50_001; i++) {
			revisions.add(revision(i, (i == 0) ? List.of() : List.of("r" + ((i % 2 == 1) ? 0 : i - 1)), List.of()));
		}
		Collections.shuffle(revisions, new Random(3));
		assertUpDownAndStamped(revisions);
	}

	@Test
	void thousandsOfMergesOfTheSameTwoRevisions() {
		Random random = new Random(4);
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			List<String> down = new ArrayList<>((i < 2) ? List.of() : List.of("r0", "r1"));
			Collections.shuffle(down, random);
			revisions.add(revision(i, down, List.of()));
		}
		Collections.shuffle(revisions, random);
		assertUpDownAndStamped(revisions);
	}

	@Test
	void aTrunkWithABranchFromEachOfItsRevisions() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 50_000; i++) {
			revisions.add(revision(i, (i == 0) ? List.of() : List.of("r" + ((i % 2 == 1) ? i - 1 : i - 2)), List.of()));
		}
		Collections.shuffle(revisions, new Random(5));
		assertUpDownAndStamped(revisions);
	}

	private static void assertUpDownAndStamped(List<Revision> revisions) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		MigrationPlan<RevisionStep> up = graph.planUpgrade(List.of(), "heads");
		List<String> steps = up.steps().stream().map((step) -> step.revision().id()).toList();
		assertThat(steps).hasSize(revisions.size());
		Graphs.assertTopological(graph, steps);
		MigrationPlan<RevisionStep> down = graph.planDowngrade(up.finalHeads(), "base");
		List<String> back = new ArrayList<>(down.steps().stream().map((step) -> step.revision().id()).toList());
		Collections.reverse(back);
		assertThat(back).isEqualTo(steps);
		assertThat(down.finalHeads()).isEmpty();
		List<String> bases = Graphs.ids(graph.bases());
		assertThat(graph.planStamp(bases, List.of("heads"), false).finalHeads()).isEqualTo(up.finalHeads());
		assertThat(graph.history(List.of(), "")).hasSize(revisions.size());
		assertThat(graph.labels()).hasSize(revisions.size());
	}

	@Test
	void tenThousandWithBranchesMergesAndDependencies() {
		Random random = new Random(2);
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			List<String> down = new ArrayList<>();
			List<String> dependsOn = new ArrayList<>();
			if (i > 0) {
				down.add("r" + Math.max(0, i - 1 - random.nextInt(1000)));
			}
			if (i > 0 && random.nextInt(4) == 0) {
				down.add("r" + Math.max(0, i - 1 - random.nextInt(1000)));
			}
			if (i > 0 && random.nextInt(4) == 0) {
				dependsOn.add("r" + random.nextInt(i));
			}
			revisions.add(revision(i, down, dependsOn));
		}
		Collections.shuffle(revisions, random);
		assertAllIsPlanned(revisions, "heads");
	}

	@Test
	void aTrunkWhoseRevisionsAllDependOnTheSameOne() {
		List<Revision> revisions = new ArrayList<>();
		revisions.add(revision(0, List.of(), List.of()));
		for (int i = 1; i < 50_000; i++) {
			revisions.add(revision(i, (i > 1) ? List.of("r" + (i - 1)) : List.of(), List.of("r0")));
		}
		assertAllIsPlanned(revisions, "heads");
	}

	private static void assertAllIsPlanned(List<Revision> revisions, String target) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		MigrationPlan<RevisionStep> plan = graph.planUpgrade(List.of(), target);
		assertThat(plan.steps()).hasSize(revisions.size());
		Set<String> applied = new HashSet<>();
		for (RevisionStep step : plan.steps()) {
			assertThat(applied.containsAll(step.revision().downRevisions())).isTrue();
			assertThat(applied.containsAll(step.revision().dependsOn())).isTrue();
			applied.add(step.revision().id());
		}
		assertThat(plan.finalHeads()).containsExactlyInAnyOrderElementsOf(Graphs.ids(graph.effectiveHeads()));
		assertThat(graph.isUpToDate(plan.finalHeads(), target)).isTrue();
		assertThat(plan.steps().stream().mapToInt((step) -> step.headsAfter().size()).sum()).isPositive();
	}

	private static Revision revision(int number, List<String> down, List<String> dependsOn) {
		return new Revision("r" + number, down, dependsOn, List.of(), "", "r" + number);
	}

}
