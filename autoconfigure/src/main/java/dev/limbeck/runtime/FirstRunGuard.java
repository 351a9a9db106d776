package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.OtherHistory;
import dev.limbeck.dialect.OtherHistory.Tool;

/**
 * Looks, before the version table is created, whether the database has been migrated
 * already. The caller holds the lock.
 *
 * @param context where
 */
record FirstRunGuard(RunContext context) {

	/**
	 * Refuse a version table beside the one of another schema, unless the schema is
	 * named.
	 * @throws SQLException if the database cannot be asked
	 */
	void requireNoOtherVersionTable() throws SQLException {
		requireNoOtherVersionTable(find());
	}

	/**
	 * Refuse in addition to run revisions beside the history of another tool.
	 * @throws SQLException if the database cannot be asked
	 */
	void requireNotMigrated() throws SQLException {
		List<OtherHistory> histories = find();
		requireNoOtherVersionTable(histories);
		List<OtherHistory> foreign = histories.stream().filter((history) -> history.tool() != Tool.SAME).toList();
		if (!foreign.isEmpty() && this.context.settings().foreignHistoryPolicy() == ForeignHistoryPolicy.FAIL) {
			throw OtherHistoryException.ofAnotherTool(foreign);
		}
	}

	private List<OtherHistory> find() throws SQLException {
		return this.context.dialect()
			.otherHistories(this.context.connection(), this.context.session().schema(),
					this.context.settings().versionTable());
	}

	private void requireNoOtherVersionTable(List<OtherHistory> histories) {
		List<OtherHistory> same = histories.stream().filter((history) -> history.tool() == Tool.SAME).toList();
		if (!same.isEmpty() && this.context.settings().schema() == null) {
			throw OtherHistoryException.inAnotherSchema(this.context.settings().versionTable(),
					this.context.session().schema(), same);
		}
	}

}
