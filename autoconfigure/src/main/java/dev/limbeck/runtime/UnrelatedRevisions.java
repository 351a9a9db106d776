package dev.limbeck.runtime;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;

/**
 * Revisions that a plan neither needs nor concerns, such as those of another branch: a
 * database may be at them, too.
 */
final class UnrelatedRevisions {

	private final RevisionGraph graph;

	UnrelatedRevisions(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Find the revisions that may have rows without the plan knowing.
	 * @param plan the plan
	 * @return their ids, in the order of the graph
	 */
	List<String> of(MigrationPlan<? extends MigrationStep> plan) {
		if (plan.isEmpty()) {
			return List.of();
		}
		Set<String> planned = new HashSet<>();
		plan.steps().forEach((step) -> {
			planned.addAll(step.from());
			planned.addAll(step.to());
		});
		Set<String> related = closure(planned, this::above);
		planned.addAll(plan.startHeads());
		related.addAll(closure(planned, this::below));
		return this.graph.revisions().stream().map(Revision::id).filter((id) -> !related.contains(id)).toList();
	}

	private Stream<String> above(String id) {
		return Stream.of(this.graph.children(id), this.graph.neededBy(id)).flatMap(Collection::stream);
	}

	private Stream<String> below(String id) {
		return Stream.of(this.graph.get(id).downRevisions(), this.graph.dependencies(id)).flatMap(Collection::stream);
	}

	private static Set<String> closure(Set<String> from, Function<String, Stream<String>> next) {
		Set<String> reached = new HashSet<>(from);
		Deque<String> open = new ArrayDeque<>(from);
		while (!open.isEmpty()) {
			next.apply(open.remove()).filter(reached::add).forEach(open::add);
		}
		return reached;
	}

}
