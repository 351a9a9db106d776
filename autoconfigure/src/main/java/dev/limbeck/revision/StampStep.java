package dev.limbeck.revision;

import java.util.List;

/**
 * A step that changes the version table and runs no script.
 *
 * @since 0.1.0
 */
public final class StampStep implements MigrationStep {

	private final List<String> from;

	private final List<String> to;

	private final List<RowChange> rowChanges;

	private final VersionRows rows;

	private final int position;

	StampStep(List<String> from, List<String> to, List<RowChange> rowChanges, VersionRows rows, int position) {
		this.from = List.copyOf(from);
		this.to = List.copyOf(to);
		this.rowChanges = List.copyOf(rowChanges);
		this.rows = rows;
		this.position = position;
	}

	@Override
	public Direction direction() {
		return Direction.STAMP;
	}

	@Override
	public List<String> from() {
		return this.from;
	}

	@Override
	public List<String> to() {
		return this.to;
	}

	@Override
	public List<String> revisions() {
		return this.to;
	}

	@Override
	public String historyId() {
		return this.to.isEmpty() ? "base" : this.to.get(0);
	}

	@Override
	public String message() {
		return arrow().trim();
	}

	@Override
	public String logLine() {
		return "Running stamp_revision " + arrow();
	}

	@Override
	public List<RowChange> rowChanges() {
		return this.rowChanges;
	}

	@Override
	public List<String> headsAfter() {
		return this.rows.after(this.position);
	}

	@Override
	public String toString() {
		return "stamp %s -> %s %s".formatted(this.from, this.to, this.rowChanges);
	}

}
