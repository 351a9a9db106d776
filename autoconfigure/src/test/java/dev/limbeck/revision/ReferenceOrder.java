package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Alembic's order, newest first, as the README of the conformance cases states it,
 * without a thought about speed.
 */
final class ReferenceOrder {

	private final RevisionGraph graph;

	private final Set<String> set;

	private final Set<String> output = new HashSet<>();

	private final List<String> lines = new ArrayList<>();

	ReferenceOrder(RevisionGraph graph, Set<String> set) {
		this.graph = graph;
		this.set = set;
	}

	List<String> newestFirst() {
		List<String> result = new ArrayList<>();
		this.lines.addAll(maximal());
		int i = 0;
		while (!this.lines.isEmpty()) {
			String current = this.lines.get(i);
			int holding = holding(current, i);
			if (holding >= 0) {
				i = holding;
				continue;
			}
			if (this.output.add(current)) {
				result.add(current);
			}
			List<String> next = next(current);
			if (next.isEmpty()) {
				this.lines.remove(i);
				i = Math.max(i - 1, 0);
			}
			else {
				this.lines.set(i, next.get(0));
				this.lines.addAll(next.subList(1, next.size()));
			}
		}
		return result;
	}

	private List<String> maximal() {
		List<String> ordered = Graphs.ids(this.graph.revisions());
		return ordered.stream()
			.filter(this.set::contains)
			.filter((id) -> this.set.stream().noneMatch((other) -> !other.equals(id) && below(other).contains(id)))
			.toList();
	}

	private int holding(String current, int line) {
		for (int j = 0; j < this.lines.size(); j++) {
			if (j != line && below(this.lines.get(j)).contains(current)) {
				return j;
			}
		}
		return -1;
	}

	private Set<String> below(String id) {
		return this.graph.appliedBy(List.of(id));
	}

	private List<String> next(String id) {
		return effectiveDown(id).stream()
			.filter(this.set::contains)
			.filter((down) -> !this.output.contains(down) && !this.lines.contains(down))
			.toList();
	}

	private List<String> effectiveDown(String id) {
		Set<String> ofAncestors = new HashSet<>();
		List<String> walk = new ArrayList<>(this.graph.get(id).downRevisions());
		while (!walk.isEmpty()) {
			String ancestor = walk.remove(walk.size() - 1);
			ofAncestors.addAll(this.graph.dependencies(ancestor));
			walk.addAll(this.graph.get(ancestor).downRevisions());
		}
		List<String> result = new ArrayList<>(this.graph.get(id).downRevisions());
		this.graph.dependencies(id)
			.stream()
			.filter((dependency) -> !ofAncestors.contains(dependency) && !result.contains(dependency))
			.forEach(result::add);
		return result;
	}

}
