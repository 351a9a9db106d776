package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What some row changes come to.
 */
final class RowDifference {

	private final Set<String> removed = new HashSet<>();

	private final Set<String> added = new TreeSet<>();

	void add(String id) {
		if (!this.removed.remove(id)) {
			this.added.add(id);
		}
	}

	void remove(String id) {
		if (!this.added.remove(id)) {
			this.removed.add(id);
		}
	}

	List<String> applyTo(List<String> sorted) {
		List<String> rows = new ArrayList<>(sorted);
		rows.removeIf(this.removed::contains);
		rows.addAll(this.added);
		// two sorted runs, which are merged in one pass
		Collections.sort(rows);
		return List.copyOf(rows);
	}

}
