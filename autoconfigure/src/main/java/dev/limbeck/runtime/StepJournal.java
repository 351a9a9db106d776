package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.revision.RowChange;
import dev.limbeck.revision.UpgradeStep;
import org.jspecify.annotations.Nullable;

/**
 * Write down steps, in the version table and the history, within the transactions that
 * the caller opens. Each change of a version row says what the row was, and its row count
 * is checked, so that two runs can never both believe that they made it.
 */
final class StepJournal {

	private static final String SOMEBODY_ELSE = "Find out who writes to the version table (another tool, a manual "
			+ "statement, an application without the lock), then start again.";

	private final Connection connection;

	private final StateTables tables;

	private final MigrationSession session;

	private final @Nullable String application;

	private final Map<String, PreparedStatement> prepared = new HashMap<>();

	StepJournal(Connection connection, StateTables tables, MigrationSession session, @Nullable String application) {
		this.connection = connection;
		this.tables = tables;
		this.session = session;
		this.application = application;
	}

	// Begin a step: lock the version rows and see that they are what the plan started
	// from
	Entry begin(UpgradeStep step, CompiledScript script, Set<String> expectedHeads) throws SQLException {
		return new Entry(step, script.script().checksum(), guard(expectedHeads), Instant.now(), System.nanoTime());
	}

	// lock the version rows, compare them, and return the id of the transaction
	String guard(Set<String> expectedHeads) throws SQLException {
		String transaction = "";
		Set<String> found = new TreeSet<>();
		try (ResultSet rows = prepare(this.tables.guard()).executeQuery()) {
			while (rows.next()) {
				transaction = rows.getString(1);
				String version = rows.getString(2);
				if (version != null) {
					found.add(version);
				}
			}
		}
		if (!found.equals(new TreeSet<>(expectedHeads))) {
			throw new ConcurrentChangeException("The version table " + this.tables + " was changed while this process "
					+ "was migrating: it should be at " + Heads.describe(expectedHeads) + ", but is at "
					+ Heads.describe(found) + ". The revision that was to follow was not run.", SOMEBODY_ELSE);
		}
		return transaction;
	}

	// Record a transactional step: its row changes, its row in the history, and whether
	// all of it was one transaction
	void record(Entry entry, Collection<String> headsAfter, @Nullable String fingerprint) throws SQLException {
		List<RowChange> changes = entry.step().rowChanges();
		PreparedStatement record = prepare(restore() + "; " + this.tables.record(changes));
		int index = bindHistory(record, bindChanges(record, changes), entry, headsAfter);
		record.setString(index++, StateTables.SUCCESS);
		record.setNull(index++, Types.INTEGER);
		record.setString(index, fingerprint);
		record.execute();
		for (int i = 0; i < this.session.restore().size(); i++) {
			nextResult(record);
		}
		checkChanges(record, changes);
		requireSameTransaction(entry.step(), entry.transaction(), readTransactionOf(record));
	}

	// record that a step which is not one transaction has begun, and return the id of its
	// row in the history
	long start(Entry entry, Collection<String> headsAfter, String checksum) throws SQLException {
		try (PreparedStatement insert = this.connection
			.prepareStatement(this.tables.insertHistory() + " RETURNING id")) {
			int index = bindHistory(insert, 1, entry, headsAfter);
			insert.setString(5, checksum);
			insert.setNull(7, Types.BIGINT);
			insert.setString(index++, StateTables.STARTED);
			insert.setInt(index++, 0);
			insert.setNull(index, Types.VARCHAR);
			try (ResultSet row = insert.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	// bring the session back to what it was before the statements of a revision
	void restoreSession() throws SQLException {
		prepare(restore()).execute();
	}

	private String restore() {
		return String.join("; ", this.session.restore());
	}

	String transaction() throws SQLException {
		PreparedStatement query = prepare(this.tables.transaction());
		query.execute();
		return readTransactionOf(query);
	}

	void restart(long id) throws SQLException {
		PreparedStatement update = prepare(this.tables.restart());
		update.setLong(1, id);
		update.executeUpdate();
	}

	void progress(long id, int finished, String checksum) throws SQLException {
		PreparedStatement update = prepare(this.session.ownRole() + "; " + this.tables.updateProgress());
		update.setInt(1, finished);
		update.setString(2, checksum);
		update.setLong(3, id);
		update.execute();
	}

	void fail(long id, Entry entry) throws SQLException {
		PreparedStatement update = prepare(this.session.ownRole() + "; " + this.tables.markFailed());
		update.setLong(1, entry.elapsedMillis());
		update.setLong(2, id);
		update.execute();
	}

	// Record the end of a step that was not one transaction
	void finish(long id, Entry entry, int finished, Collection<String> headsAfter, @Nullable String fingerprint)
			throws SQLException {
		List<RowChange> changes = entry.step().rowChanges();
		PreparedStatement finish = prepare(this.tables.finish(changes));
		int index = bindChanges(finish, changes);
		finish.setString(index++, String.join(",", new TreeSet<>(headsAfter)));
		finish.setString(index++, StateTables.SUCCESS);
		finish.setLong(index++, entry.elapsedMillis());
		finish.setInt(index++, finished);
		finish.setString(index++, entry.checksum());
		finish.setString(index++, fingerprint);
		finish.setLong(index, id);
		finish.execute();
		checkChanges(finish, changes);
	}

	private int bindHistory(PreparedStatement statement, int first, Entry entry, Collection<String> headsAfter)
			throws SQLException {
		int index = first;
		statement.setString(index++, entry.step().revision().id());
		statement.setString(index++, "upgrade");
		statement.setString(index++, String.join(",", new TreeSet<>(headsAfter)));
		statement.setString(index++, entry.step().revision().message());
		statement.setString(index++, entry.checksum());
		statement.setObject(index++, OffsetDateTime.ofInstant(entry.startedAt(), ZoneOffset.UTC));
		statement.setLong(index++, entry.elapsedMillis());
		statement.setString(index++, this.application);
		return index;
	}

	private static int bindChanges(PreparedStatement statement, List<RowChange> changes) throws SQLException {
		int index = 1;
		for (RowChange change : changes) {
			if (change instanceof RowChange.Insert insert) {
				statement.setString(index++, insert.id());
			}
			else if (change instanceof RowChange.Delete delete) {
				statement.setString(index++, delete.id());
			}
			else if (change instanceof RowChange.Update update) {
				statement.setString(index++, update.to());
				statement.setString(index++, update.from());
			}
		}
		return index;
	}

	private void checkChanges(PreparedStatement statement, List<RowChange> changes) throws SQLException {
		for (RowChange change : changes) {
			if (statement.getUpdateCount() != 1) {
				throw new ConcurrentChangeException("The version table " + this.tables
						+ " was changed while a revision ran: " + change + " met no row. The revision was rolled back.",
						SOMEBODY_ELSE);
			}
			nextResult(statement);
		}
	}

	// See that a revision has not ended its own transaction
	void requireSameTransaction(UpgradeStep step, String before, String after) {
		if (!after.equals(before)) {
			throw new ConcurrentChangeException("Revision " + step.revision().id()
					+ " ended its own transaction, so what it did before that stays, but it is not recorded as applied.",
					"Take the COMMIT or ROLLBACK out of the revision (look into the procedures and DO blocks it calls), "
							+ "take back by hand what it has done, and start again.");
		}
	}

	String historyTable() {
		return this.tables.history();
	}

	private static String readTransactionOf(PreparedStatement statement) throws SQLException {
		try (ResultSet row = statement.getResultSet()) {
			row.next();
			return row.getString(1);
		}
	}

	private static void nextResult(PreparedStatement statement) throws SQLException {
		statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT);
	}

	private PreparedStatement prepare(String sql) throws SQLException {
		PreparedStatement statement = this.prepared.get(sql);
		if (statement == null) {
			statement = this.connection.prepareStatement(sql);
			this.prepared.put(sql, statement);
		}
		return statement;
	}

	/**
	 * A step that is being run.
	 *
	 * @param step the step
	 * @param checksum the checksum of its upgrade
	 * @param transaction the id of the transaction in which it began
	 * @param startedAt when it began
	 * @param startedNanos when it began, for its duration
	 */
	record Entry(UpgradeStep step, String checksum, String transaction, Instant startedAt, long startedNanos) {

		long elapsedMillis() {
			return (System.nanoTime() - this.startedNanos) / 1_000_000;
		}

	}

}
