package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The rows of the version table through the steps of a plan: exactly the applied
 * revisions that no other applied one needs.
 * <p>
 * A copy of the rows for every step would cost more than the plan itself when there are
 * many heads. So there is one now and then, the rarer the more rows there are, from which
 * those between are worked out.
 */
final class VersionRows {

	private static final int LEAST_INTERVAL = 64;

	private final Set<String> rows;

	private final NavigableMap<Integer, List<String>> copies = new TreeMap<>();

	private final List<List<RowChange>> changes = new ArrayList<>();

	VersionRows(Collection<String> rows) {
		this.rows = new TreeSet<>(rows);
		this.copies.put(0, List.copyOf(this.rows));
	}

	// add the step that applies a revision
	RevisionStep upgrade(Node node) {
		List<RowChange> rowChanges = replacing(node.needs().stream().map(Node::id).filter(this.rows::contains).toList(),
				node.id());
		add(rowChanges);
		return new RevisionStep(Direction.UPGRADE, node.revision(), rowChanges, this, this.changes.size());
	}

	// add the step that applies a revision for which the rows stand already
	RevisionStep belated(Node node) {
		add(List.of());
		return new RevisionStep(Direction.UPGRADE, node.revision(), List.of(), this, this.changes.size());
	}

	// as Alembic does, the last of the rows that are replaced is updated and the others
	// are deleted
	private static List<RowChange> replacing(List<String> replaced, String id) {
		if (replaced.isEmpty()) {
			return List.of(new RowChange.Insert(id));
		}
		List<RowChange> rowChanges = new ArrayList<>();
		int last = replaced.size() - 1;
		replaced.subList(0, last).forEach((row) -> rowChanges.add(new RowChange.Delete(row)));
		rowChanges.add(new RowChange.Update(replaced.get(last), id));
		return rowChanges;
	}

	// add the step that takes a revision back; the bared are those that nothing else
	// needs any more, the implied are rows that there should not be
	RevisionStep downgrade(Node node, Collection<String> bared, Collection<String> implied) {
		List<String> exposed = bared.stream().filter((id) -> !this.rows.contains(id)).toList();
		List<RowChange> rowChanges = new ArrayList<>();
		implied.forEach((row) -> rowChanges.add(new RowChange.Delete(row)));
		if (exposed.isEmpty()) {
			rowChanges.add(new RowChange.Delete(node.id()));
		}
		else {
			int last = exposed.size() - 1;
			exposed.subList(0, last).forEach((id) -> rowChanges.add(new RowChange.Insert(id)));
			rowChanges.add(new RowChange.Update(node.id(), exposed.get(last)));
		}
		add(rowChanges);
		return new RevisionStep(Direction.DOWNGRADE, node.revision(), rowChanges, this, this.changes.size());
	}

	// add the step that replaces rows by another one
	StampStep stamp(List<String> replaced, String id) {
		List<RowChange> rowChanges = replacing(replaced, id);
		add(rowChanges);
		return new StampStep(replaced, List.of(id), rowChanges, this, this.changes.size());
	}

	// add the step that deletes a row
	StampStep delete(String id) {
		List<RowChange> rowChanges = List.of(new RowChange.Delete(id));
		add(rowChanges);
		return new StampStep(List.of(id), List.of(), rowChanges, this, this.changes.size());
	}

	private void add(List<RowChange> rowChanges) {
		this.changes.add(rowChanges);
		rowChanges.forEach((change) -> apply(change, this.rows::add, this.rows::remove));
		if (this.changes.size() - this.copies.lastKey() >= Math.max(LEAST_INTERVAL, this.rows.size())) {
			this.copies.put(this.changes.size(), List.copyOf(this.rows));
		}
	}

	private static void apply(RowChange change, Consumer<String> add, Consumer<String> remove) {
		if (change instanceof RowChange.Insert insert) {
			add.accept(insert.id());
		}
		else if (change instanceof RowChange.Delete delete) {
			remove.accept(delete.id());
		}
		else if (change instanceof RowChange.Update update) {
			remove.accept(update.from());
			add.accept(update.to());
		}
	}

	List<String> after(int steps) {
		Entry<Integer, List<String>> copy = this.copies.floorEntry(steps);
		if (copy.getKey() == steps) {
			return copy.getValue();
		}
		RowDifference difference = new RowDifference();
		this.changes.subList(copy.getKey(), steps)
			.forEach((step) -> step.forEach((change) -> apply(change, difference::add, difference::remove)));
		return difference.applyTo(copy.getValue());
	}

}
