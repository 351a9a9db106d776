package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineOrder}.
 */
class LineOrderTests {

	@Test
	void aLineWaitsWhereAnotherOneStillNeedsIt() {
		RevisionGraph graph = Graphs.graph("a", "b: a", "c: b", "d: c", "e: b", "f: e");
		assertThat(order(graph, List.of(), "heads")).containsExactly("a", "b", "e", "f", "c", "d");
	}

	@Test
	void loadOrderDecidesBetweenBranches() {
		RevisionGraph graph = Graphs.graph("f: e", "e: b", "d: c", "c: b", "b: a", "a");
		assertThat(order(graph, List.of(), "heads")).containsExactly("a", "b", "c", "d", "e", "f");
	}

	@Test
	void writtenOrderDecidesBetweenTheSidesOfAMerge() {
		assertThat(order(Graphs.graph("a", "b", "m: a b"), List.of(), "head")).containsExactly("b", "a", "m");
		assertThat(order(Graphs.graph("a", "b", "m: b a"), List.of(), "head")).containsExactly("a", "b", "m");
	}

	@Test
	void randomGraphsComeInTheOrderOfTheReference() {
		Random random = new Random(20261121);
		for (int i = 0; i < 3000; i++) {
			RevisionGraph graph = randomGraph(random);
			Set<String> rows = antichain(graph, random);
			Set<String> pending = new LinkedHashSet<>(Graphs.ids(graph.revisions()));
			Set<String> targets = random.nextBoolean() ? antichain(graph, random)
					: Set.copyOf(Graphs.ids(graph.effectiveHeads()));
			pending.retainAll(graph.appliedBy(targets));
			pending.removeAll(graph.appliedBy(rows));
			List<String> expected = new ArrayList<>(new ReferenceOrder(graph, pending).newestFirst());
			Collections.reverse(expected);
			MigrationPlan<RevisionStep> plan = graph.planUpgrade(rows, targets);
			assertThat(plan.steps()).as("graph %d: %s", i, graph.revisions())
				.map((step) -> step.revision().id())
				.isEqualTo(expected);
			assertRowsAreMaximalApplied(graph, rows, plan);
		}
	}

	private static void assertRowsAreMaximalApplied(RevisionGraph graph, Set<String> rows,
			MigrationPlan<RevisionStep> plan) {
		Set<String> applied = new LinkedHashSet<>(graph.appliedBy(rows));
		for (RevisionStep step : plan.steps()) {
			assertThat(applied).containsAll(step.revision().downRevisions())
				.containsAll(graph.dependencies(step.revision().id()));
			applied.add(step.revision().id());
			List<String> maximal = applied.stream()
				.filter((id) -> graph.neededBy(id).stream().noneMatch(applied::contains))
				.sorted()
				.toList();
			assertThat(step.headsAfter()).isEqualTo(maximal);
		}
	}

	private static List<String> order(RevisionGraph graph, List<String> rows, String target) {
		return graph.planUpgrade(rows, target).steps().stream().map((step) -> step.revision().id()).toList();
	}

	private static RevisionGraph randomGraph(Random random) {
		int size = 1 + random.nextInt(30);
		int spread = 1 + random.nextInt(8);
		double mergeRate = random.nextDouble() * 0.5;
		double dependencyRate = random.nextDouble() * 0.6;
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			Set<String> down = new LinkedHashSet<>();
			Set<String> dependsOn = new LinkedHashSet<>();
			if (i > 0 && random.nextInt(8) > 0) {
				down.add(earlier(i, spread, random));
			}
			while (i > 0 && random.nextDouble() < mergeRate) {
				down.add(earlier(i, spread, random));
			}
			while (i > 0 && random.nextDouble() < dependencyRate) {
				dependsOn.add(earlier(i, random.nextBoolean() ? spread : size, random));
			}
			revisions.add(new Revision("r" + i, List.copyOf(down), List.copyOf(dependsOn), List.of(), "", "r" + i));
		}
		Collections.shuffle(revisions, random);
		return RevisionGraph.of(revisions);
	}

	private static String earlier(int i, int spread, Random random) {
		return "r" + (i - 1 - random.nextInt(Math.min(i, spread)));
	}

	private static Set<String> antichain(RevisionGraph graph, Random random) {
		Set<String> antichain = new LinkedHashSet<>();
		List<String> ids = new ArrayList<>(Graphs.ids(graph.revisions()));
		Collections.shuffle(ids, random);
		for (String id : ids.subList(0, Math.min(ids.size(), random.nextInt(5)))) {
			if (antichain.stream().noneMatch((other) -> graph.appliedBy(List.of(id)).contains(other))
					&& !graph.appliedBy(antichain).contains(id)) {
				antichain.add(id);
			}
		}
		return antichain;
	}

}
