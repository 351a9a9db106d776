package dev.limbeck.runtime;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.GuardedTable;
import dev.limbeck.dialect.GuardedTable.Column;
import dev.limbeck.dialect.GuardedTable.Kind;
import dev.limbeck.revision.RowChange;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the two tables that hold the state of a database: the version table, in
 * Alembic's shape, with a row for each current revision, and the append-only history.
 */
final class StateTables {

	static final String SUCCESS = "success";

	static final String STARTED = "started";

	static final String FAILED = "failed";

	/**
	 * Somebody has finished the step by hand, or taken it back, and said so by a stamp.
	 */
	static final String STAMPED = "stamped";

	static final String EQUALS = " OPERATOR(pg_catalog.=) ";

	private static final String UNFINISHED = "outcome" + EQUALS + "ANY (ARRAY['" + STARTED + "', '" + FAILED + "'])";

	private static final List<Column> VERSION_COLUMNS = List.of(new Column("version_num", Kind.TEXT));

	private static final List<Column> HISTORY_COLUMNS = List.of(new Column("id", Kind.BIG_INTEGER),
			new Column("revision", Kind.TEXT), new Column("direction", Kind.TEXT), new Column("heads_after", Kind.TEXT),
			new Column("message", Kind.TEXT), new Column("checksum", Kind.TEXT),
			new Column("started_at", Kind.TIMESTAMP), new Column("duration_ms", Kind.BIG_INTEGER),
			new Column("database_user", Kind.TEXT), new Column("application", Kind.TEXT),
			new Column("outcome", Kind.TEXT), new Column("progress", Kind.INTEGER),
			new Column("fingerprint", Kind.TEXT));

	private final Dialect dialect;

	private final @Nullable String schema;

	private final String versionName;

	private final String historyName;

	private final String version;

	private final String history;

	/**
	 * Return the tables that the settings name.
	 * @param dialect how the database says it
	 * @param settings how to migrate
	 * @return the tables, where the settings say, or where the connection finds them
	 */
	static StateTables of(Dialect dialect, MigrationSettings settings) {
		return new StateTables(dialect, settings.schema(), settings.versionTable(), settings.historyTable());
	}

	private StateTables(Dialect dialect, @Nullable String schema, String versionName, String historyName) {
		this.dialect = dialect;
		this.schema = schema;
		this.versionName = versionName;
		this.historyName = historyName;
		String prefix = (schema != null) ? dialect.quote(schema) + "." : "";
		this.version = prefix + dialect.quote(versionName);
		this.history = prefix + dialect.quote(historyName);
	}

	String createVersionTable() {
		return "CREATE TABLE " + this.version + " (version_num varchar(32) NOT NULL, CONSTRAINT "
				+ this.dialect.quote(this.versionName + "_pkc") + " PRIMARY KEY (version_num))";
	}

	String createHistoryTable() {
		return "CREATE TABLE " + this.history + """
				 (
					id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT %s PRIMARY KEY,
					revision varchar(32) NOT NULL,
					direction varchar(9) NOT NULL,
					heads_after pg_catalog.text NOT NULL,
					message pg_catalog.text NOT NULL,
					checksum varchar(64),
					started_at timestamp with time zone NOT NULL,
					duration_ms bigint,
					database_user pg_catalog.text NOT NULL,
					application pg_catalog.text,
					outcome varchar(7) NOT NULL,
					progress integer,
					fingerprint pg_catalog.text
				)""".formatted(this.dialect.quote(this.historyName + "_pkey"));
	}

	// What a start with nothing to do needs to know: the current revisions, and where the
	// last step left off
	GuardedTable guardedVersions() {
		return new GuardedTable(this.versionName, VERSION_COLUMNS, List.of("version_num"), null);
	}

	GuardedTable guardedHistory() {
		return new GuardedTable(this.historyName, HISTORY_COLUMNS, List.of("heads_after", "fingerprint", "outcome"),
				"id");
	}

	/**
	 * Return the tables where they are.
	 * @param schema the schema, unquoted
	 * @return the tables, all of whose names have the schema
	 */
	StateTables in(String schema) {
		return schema.equals(this.schema) ? this
				: new StateTables(this.dialect, schema, this.versionName, this.historyName);
	}

	@Nullable String schema() {
		return this.schema;
	}

	String selectLastStepOnly() {
		return "SELECT heads_after FROM " + this.history + " ORDER BY id DESC LIMIT 1";
	}

	String selectVersions() {
		return "SELECT version_num FROM " + this.version;
	}

	// Lock and read the rows, and identify the transaction; a row without a version if
	// there are none
	String guard() {
		return "SELECT " + this.dialect.transactionId()
				+ ", current.version_num FROM (VALUES (1)) AS always LEFT JOIN (" + selectVersions()
				+ " FOR UPDATE) AS current ON true";
	}

	String transaction() {
		return "SELECT " + this.dialect.transactionId();
	}

	String isCommitted() {
		return "SELECT " + this.dialect.isCommitted();
	}

	// The end of a transactional step, in one round trip: the changes of the version
	// rows, its row in the history, and what the ending says
	String record(List<RowChange> changes, Ending ending, String limits) {
		String record = conditional(changes, insertHistory());
		return switch (ending) {
			case OPEN -> record;
			case COMMIT -> record + "; COMMIT";
			case COMMIT_AND_BEGIN -> record + "; COMMIT; BEGIN; " + limits + guard();
		};
	}

	// The end of a step that is not one transaction: the same, with the row in the
	// history that it has already
	String finish(List<RowChange> changes) {
		return conditional(changes, "UPDATE " + this.history + " SET heads_after = ?, outcome = ?, duration_ms = ?, "
				+ "progress = ?, checksum = ?, fingerprint = ? WHERE id" + EQUALS + "?");
	}

	// One statement whose last part fails unless each change met its one row and all is
	// still in the given transaction: a row less or more divides by zero, another
	// transaction overflows an integer. What stands behind it, such as a COMMIT, is not
	// reached then
	private String conditional(List<RowChange> changes, String recording) {
		StringBuilder sql = new StringBuilder("WITH ");
		StringBuilder conditions = new StringBuilder();
		for (int i = 0; i < changes.size(); i++) {
			sql.append("change").append(i).append(" AS (").append(change(changes.get(i))).append(" RETURNING 1), ");
			conditions.append("1 OPERATOR(pg_catalog./) (SELECT CASE WHEN pg_catalog.count(*)")
				.append(EQUALS)
				.append("1 THEN 1 ELSE 0 END FROM change")
				.append(i)
				.append("), ");
		}
		return sql.append("recording AS (")
			.append(recording)
			.append(") SELECT ")
			.append(conditions)
			.append(sameTransaction())
			.toString();
	}

	private String change(RowChange change) {
		return change(change, (id) -> "?");
	}

	/**
	 * Return the statement of a change.
	 * @param change the change
	 * @param value says how an id stands in it
	 * @return the statement
	 */
	String change(RowChange change, UnaryOperator<String> value) {
		String removed = change.removed();
		String added = change.added();
		if (removed == null) {
			return "INSERT INTO " + this.version + " (version_num) VALUES (" + value.apply(String.valueOf(added)) + ")";
		}
		String where = " WHERE version_num" + EQUALS + value.apply(removed);
		return (added != null) ? "UPDATE " + this.version + " SET version_num = " + value.apply(added) + where
				: "DELETE FROM " + this.version + where;
	}

	String requireTransaction() {
		return "SELECT " + sameTransaction();
	}

	private String sameTransaction() {
		return "2147483647 OPERATOR(pg_catalog.+) CASE WHEN " + this.dialect.transactionId() + EQUALS
				+ "? THEN 0 ELSE 1 END";
	}

	String insertHistory() {
		return insertHistory("?, ?, ?, ?, ?, ?, ?, CURRENT_USER, ?, ?, ?, ?");
	}

	String insertHistory(String values) {
		return "INSERT INTO " + this.history + " (revision, direction, heads_after, message, checksum, started_at, "
				+ "duration_ms, database_user, application, outcome, progress, fingerprint) VALUES (" + values + ")";
	}

	String updateProgress() {
		return "UPDATE " + this.history + " SET progress = ?, checksum = ? WHERE id" + EQUALS + "?";
	}

	String markFailed() {
		return "UPDATE " + this.history + " SET outcome = '" + FAILED + "', duration_ms = ? WHERE id" + EQUALS + "?";
	}

	String restart() {
		return "UPDATE " + this.history + " SET outcome = '" + STARTED + "' WHERE id" + EQUALS + "?";
	}

	String selectUnfinished() {
		return "SELECT id, revision, direction, progress, checksum, outcome FROM " + this.history + " WHERE "
				+ UNFINISHED + " ORDER BY id";
	}

	// How a step went, by the id of its row or by when it began
	String selectOutcome() {
		return "SELECT outcome, progress FROM " + this.history + " WHERE id" + EQUALS + "? OR started_at" + EQUALS
				+ "?";
	}

	// What a purge leaves nothing of
	String deleteVersions() {
		return "DELETE FROM " + this.version;
	}

	String settleUnfinished() {
		return "UPDATE " + this.history + " SET outcome = '" + STAMPED + "' WHERE " + UNFINISHED;
	}

	String selectChecksums() {
		return "SELECT revision, checksum, direction, heads_after FROM " + this.history + " WHERE outcome" + EQUALS
				+ "'" + SUCCESS + "' ORDER BY id";
	}

	// The newest steps, each with the number of all
	String selectNewest() {
		return selectNewest("");
	}

	String selectNewestOf() {
		return selectNewest(" WHERE revision OPERATOR(pg_catalog.=) ?");
	}

	private String selectNewest(String condition) {
		return "SELECT revision, direction, message, checksum, started_at, duration_ms, database_user, outcome, "
				+ "(SELECT pg_catalog.count(*) FROM " + this.history + condition + ") AS total FROM " + this.history
				+ condition + " ORDER BY id DESC LIMIT ?";
	}

	String history() {
		return this.history;
	}

	@Override
	public String toString() {
		return this.version;
	}

	/**
	 * What follows the record of a transactional step.
	 */
	enum Ending {

		/** The transaction stays open for the next step. */
		OPEN,

		/** The transaction is committed. */
		COMMIT,

		/**
		 * The transaction is committed, and that of the next step begins with its guard.
		 */
		COMMIT_AND_BEGIN

	}

}
