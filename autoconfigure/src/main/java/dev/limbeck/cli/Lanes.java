package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The lines that run beside each other in a drawing of the graph, each on its way down to
 * a revision. A lane keeps its place, so that a line can be followed straight down. One
 * that ended leaves a gap, which the next one takes.
 */
final class Lanes {

	private final List<@Nullable Lane> lanes = new ArrayList<>();

	int size() {
		return this.lanes.size();
	}

	@Nullable Lane get(int index) {
		return (index < this.lanes.size()) ? this.lanes.get(index) : null;
	}

	void set(int index, @Nullable Lane lane) {
		while (this.lanes.size() <= index) {
			this.lanes.add(null);
		}
		this.lanes.set(index, lane);
		while (!this.lanes.isEmpty() && this.lanes.get(this.lanes.size() - 1) == null) {
			this.lanes.remove(this.lanes.size() - 1);
		}
	}

	/**
	 * Return the lanes that lead to a revision: one for its children and one for what
	 * depends on it, at most.
	 * @param id the revision id
	 * @return the indexes, from the left
	 */
	List<Integer> leadingTo(String id) {
		List<Integer> indexes = new ArrayList<>();
		for (int i = 0; i < this.lanes.size(); i++) {
			Lane lane = this.lanes.get(i);
			if (lane != null && lane.id().equals(id)) {
				indexes.add(i);
			}
		}
		return indexes;
	}

	int indexOf(Lane lane) {
		for (int i = 0; i < this.lanes.size(); i++) {
			if (Objects.equals(this.lanes.get(i), lane)) {
				return i;
			}
		}
		return -1;
	}

	int firstGap(int from) {
		int index = from;
		while (get(index) != null) {
			index++;
		}
		return index;
	}

	/**
	 * A line on its way down.
	 *
	 * @param id the revision that it leads to
	 * @param dashed whether it stands for a dependency
	 */
	record Lane(String id, boolean dashed) {

	}

}
