package dev.limbeck.revision;

import java.util.List;

/**
 * A step that applies a revision.
 *
 * @since 0.1.0
 */
public final class UpgradeStep implements MigrationStep {

	private final Revision revision;

	private final List<RowChange> rowChanges;

	private final VersionRows rows;

	private final int position;

	UpgradeStep(Revision revision, List<RowChange> rowChanges, VersionRows rows, int position) {
		this.revision = revision;
		this.rowChanges = List.copyOf(rowChanges);
		this.rows = rows;
		this.position = position;
	}

	@Override
	public Revision revision() {
		return this.revision;
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
		return "upgrade %s %s".formatted(this.revision.id(), this.rowChanges);
	}

}
