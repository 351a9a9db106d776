package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the rules of the graph say, without a thought about speed.
 */
record NaiveGraph(RevisionGraph graph) {

	Set<String> ids() {
		return new TreeSet<>(Graphs.ids(this.graph.revisions()));
	}

	Set<String> needs(String id) {
		Set<String> needs = new TreeSet<>(this.graph.get(id).downRevisions());
		needs.addAll(this.graph.dependencies(id));
		return needs;
	}

	Set<String> below(Collection<String> ids) {
		Set<String> below = new TreeSet<>(ids);
		while (below.addAll(below.stream().flatMap((id) -> needs(id).stream()).toList())) {
			continue;
		}
		return below;
	}

	Set<String> above(Collection<String> ids) {
		Set<String> above = new TreeSet<>(ids);
		while (above.addAll(ids().stream().filter((id) -> needs(id).stream().anyMatch(above::contains)).toList())) {
			continue;
		}
		return above;
	}

	// by down revision, with the revision itself
	Set<String> descendants(String id) {
		Set<String> descendants = new TreeSet<>(List.of(id));
		while (descendants.addAll(descendants.stream().flatMap((each) -> children(each).stream()).toList())) {
			continue;
		}
		return descendants;
	}

	// not even by a detour over revisions that are not in the list
	void assertNothingIsNeededByAnEarlierOne(List<String> oldestFirst) {
		for (int i = 0; i < oldestFirst.size(); i++) {
			assertThat(below(oldestFirst.subList(0, i))).as("what is before %s", oldestFirst.get(i))
				.doesNotContain(oldestFirst.get(i));
		}
	}

	// an empty string is base
	Set<String> children(String target) {
		Set<String> children = ids();
		children.removeIf((id) -> target.isEmpty() ? !this.graph.get(id).downRevisions().isEmpty()
				: !this.graph.get(id).downRevisions().contains(target));
		return children;
	}

	// those that no other one needs, not even by a detour
	List<String> maximal(Collection<String> ids) {
		return ids.stream()
			.filter((id) -> ids.stream().noneMatch((other) -> below(needs(other)).contains(id)))
			.distinct()
			.sorted()
			.toList();
	}

	boolean isRelated(String one, String other) {
		return below(List.of(one)).contains(other) || below(List.of(other)).contains(one);
	}

	void assertRowsAreMaximal(MigrationPlan<RevisionStep> plan) {
		Set<String> applied = below(plan.startHeads());
		for (RevisionStep step : plan.steps()) {
			String id = step.revision().id();
			if (step.direction() == Direction.UPGRADE) {
				assertThat(applied).as("what %s needs", id).containsAll(needs(id));
				assertThat(applied.add(id)).as("%s is new", id).isTrue();
			}
			else {
				assertThat(applied.remove(id)).as("%s was applied", id).isTrue();
				assertThat(applied).as("what needs %s", id).noneMatch((other) -> needs(other).contains(id));
			}
			assertThat(step.headsAfter()).as("rows after %s", id)
				.isEqualTo(applied.stream()
					.filter((each) -> applied.stream().noneMatch((other) -> needs(other).contains(each)))
					.toList());
		}
	}

}
