package dev.limbeck.revision;

import java.util.List;

/**
 * A step that runs the script of a revision.
 *
 * @since 0.1.0
 */
public final class RevisionStep implements MigrationStep {

	private final Direction direction;

	private final Revision revision;

	private final List<RowChange> rowChanges;

	private final VersionRows rows;

	private final int position;

	RevisionStep(Direction direction, Revision revision, List<RowChange> rowChanges, VersionRows rows, int position) {
		this.direction = direction;
		this.revision = revision;
		this.rowChanges = List.copyOf(rowChanges);
		this.rows = rows;
		this.position = position;
	}

	@Override
	public Direction direction() {
		return this.direction;
	}

	/**
	 * Return the revision whose script runs.
	 * @return the revision
	 */
	public Revision revision() {
		return this.revision;
	}

	@Override
	public List<String> from() {
		return (this.direction == Direction.UPGRADE) ? this.revision.downRevisions() : List.of(this.revision.id());
	}

	@Override
	public List<String> to() {
		return (this.direction == Direction.UPGRADE) ? List.of(this.revision.id()) : this.revision.downRevisions();
	}

	@Override
	public List<String> revisions() {
		return List.of(this.revision.id());
	}

	@Override
	public String historyId() {
		return this.revision.id();
	}

	@Override
	public String message() {
		return this.revision.message();
	}

	@Override
	public String logLine() {
		return "Running " + this.direction.word() + " " + arrow() + (message().isEmpty() ? "" : ", " + message());
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
		return "%s %s %s".formatted(this.direction.word(), this.revision.id(), this.rowChanges);
	}

}
