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
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.RowChange;
import dev.limbeck.runtime.StateTables.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Write down steps, in the version table and the history, within the transactions that
 * the caller opens. Each change of a version row says what the row was, and its row count
 * is checked, so that two runs can never both believe that they made it.
 */
final class StepJournal {

	private static final String SOMEBODY_ELSE = "Find out who writes to the version table (another tool, a manual "
			+ "statement, an application without the lock), then start again.";

	private static final String ROW_WAS_CHANGED = "22012";

	private static final String TRANSACTION_ENDED = "22003";

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

	// Lock the version rows, see that they are what the plan started from, and return the
	// id of the transaction
	String guard(Set<String> expectedHeads) throws SQLException {
		try (ResultSet rows = prepare(this.tables.guard()).executeQuery()) {
			return checkGuard(rows, expectedHeads);
		}
	}

	private String checkGuard(ResultSet rows, Collection<String> expectedHeads) throws SQLException {
		String transaction = "";
		Set<String> found = new TreeSet<>();
		while (rows.next()) {
			transaction = rows.getString(1);
			String version = rows.getString(2);
			if (version != null) {
				found.add(version);
			}
		}
		if (!found.equals(new TreeSet<>(expectedHeads))) {
			throw new ConcurrentChangeException("The version table " + this.tables + " was changed while this process "
					+ "was migrating: it should be at " + Heads.describe(expectedHeads) + ", but is at "
					+ Heads.describe(found) + ". The revision that was to follow was not run.", SOMEBODY_ELSE);
		}
		return transaction;
	}

	// Record a transactional step, and return the id of the transaction that is open
	// then; it means nothing if none is
	String record(JournalEntry entry, String transaction, Collection<String> headsAfter, @Nullable String fingerprint,
			Ending ending) throws SQLException {
		List<RowChange> changes = entry.step().rowChanges();
		String record = this.tables.record(changes, ending);
		PreparedStatement statement = prepare(entry.changesSettings() ? restore() + "; " + record : record);
		int index = bindHistory(statement, bindChanges(statement, changes), entry, headsAfter);
		statement.setString(index++, StateTables.SUCCESS);
		statement.setNull(index++, Types.INTEGER);
		statement.setString(index++, fingerprint);
		statement.setString(index, transaction);
		execute(statement, entry.step());
		return (ending == Ending.COMMIT_AND_BEGIN) ? checkGuard(lastResult(statement), headsAfter) : transaction;
	}

	// Delete all version rows, of which nothing is known, and all that is unfinished with
	// them
	void purge(Collection<String> rows, Instant startedAt) throws SQLException {
		prepare(this.tables.deleteVersions()).executeUpdate();
		prepare(this.tables.settleUnfinished()).executeUpdate();
		PreparedStatement insert = prepare(this.tables.insertHistory());
		int index = 1;
		insert.setString(index++, "base");
		insert.setString(index++, Direction.STAMP.word());
		insert.setString(index++, "");
		insert.setString(index++, "purge of " + (rows.isEmpty() ? "no rows" : String.join(", ", rows)));
		bindDone(insert, index, null, startedAt, null);
		insert.executeUpdate();
	}

	// Record that somebody accepts a revision as it is
	void accept(AcceptedRevision revision, Collection<String> heads, @Nullable String fingerprint) throws SQLException {
		PreparedStatement insert = prepare(this.tables.insertHistory());
		int index = 1;
		insert.setString(index++, revision.revision());
		insert.setString(index++, RecordedRevisions.ACCEPT);
		insert.setString(index++, String.join(",", new TreeSet<>(heads)));
		insert.setString(index++, revision.message());
		bindDone(insert, index, revision.checksum(), Instant.now(), fingerprint);
		insert.executeUpdate();
	}

	// What runs nothing is done at once
	private void bindDone(PreparedStatement insert, int first, @Nullable String checksum, Instant startedAt,
			@Nullable String fingerprint) throws SQLException {
		int index = first;
		insert.setString(index++, checksum);
		insert.setObject(index++, OffsetDateTime.ofInstant(startedAt, ZoneOffset.UTC));
		insert.setLong(index++, 0);
		insert.setString(index++, this.application);
		insert.setString(index++, StateTables.SUCCESS);
		insert.setNull(index++, Types.INTEGER);
		insert.setString(index, fingerprint);
	}

	// Record that a step which is not one transaction has begun, and return the id of its
	// row in the history
	long start(JournalEntry entry, Collection<String> headsAfter, int finished, String checksum) throws SQLException {
		try (PreparedStatement insert = this.connection
			.prepareStatement(this.tables.insertHistory() + " RETURNING id")) {
			int index = bindHistory(insert, 1, entry, headsAfter);
			insert.setString(5, checksum);
			insert.setNull(7, Types.BIGINT);
			insert.setString(index++, StateTables.STARTED);
			insert.setInt(index++, finished);
			insert.setNull(index, Types.VARCHAR);
			try (ResultSet row = insert.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	// Bring the session back to what it was before the statements of a revision
	void restoreSession() throws SQLException {
		prepare(restore()).execute();
	}

	// The role of a revision is not meant for the history
	void takeOwnRole() throws SQLException {
		prepare(this.session.ownRole()).execute();
	}

	private String restore() {
		return String.join("; ", this.session.restore());
	}

	String transaction() throws SQLException {
		try (ResultSet row = prepare(this.tables.transaction()).executeQuery()) {
			row.next();
			return row.getString(1);
		}
	}

	void requireTransaction(MigrationStep step, String transaction) throws SQLException {
		PreparedStatement query = prepare(this.tables.requireTransaction());
		query.setString(1, transaction);
		execute(query, step);
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

	void fail(long id, JournalEntry entry) throws SQLException {
		PreparedStatement update = prepare(this.session.ownRole() + "; " + this.tables.markFailed());
		update.setLong(1, entry.elapsedMillis());
		update.setLong(2, id);
		update.execute();
	}

	// Record the end of a step that was not one transaction
	void finish(long id, JournalEntry entry, String transaction, int finished, Collection<String> headsAfter,
			@Nullable String fingerprint) throws SQLException {
		List<RowChange> changes = entry.step().rowChanges();
		PreparedStatement finish = prepare(this.tables.finish(changes));
		int index = bindChanges(finish, changes);
		finish.setString(index++, String.join(",", new TreeSet<>(headsAfter)));
		finish.setString(index++, StateTables.SUCCESS);
		finish.setLong(index++, entry.elapsedMillis());
		finish.setInt(index++, finished);
		finish.setString(index++, entry.checksum());
		finish.setString(index++, fingerprint);
		finish.setLong(index++, id);
		finish.setString(index, transaction);
		execute(finish, entry.step());
	}

	private int bindHistory(PreparedStatement statement, int first, JournalEntry entry, Collection<String> headsAfter)
			throws SQLException {
		int index = first;
		statement.setString(index++, entry.revision());
		statement.setString(index++, entry.step().direction().word());
		statement.setString(index++, String.join(",", new TreeSet<>(headsAfter)));
		statement.setString(index++, entry.message());
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

	// The conditions of a step fail with errors of arithmetic, see StateTables
	private void execute(PreparedStatement statement, MigrationStep step) throws SQLException {
		try {
			statement.execute();
		}
		catch (SQLException ex) {
			if (ROW_WAS_CHANGED.equals(ex.getSQLState())) {
				throw new ConcurrentChangeException(
						"The version table " + this.tables + " was changed during the " + Wording.describe(step) + ": "
								+ step.rowChanges() + " did not meet one row. What it did was rolled back.",
						SOMEBODY_ELSE);
			}
			if (TRANSACTION_ENDED.equals(ex.getSQLState())) {
				throw new ConcurrentChangeException("The " + Wording.describe(step)
						+ " ended its own transaction, so what it did before that stays, but it is not recorded.",
						"Take the COMMIT or ROLLBACK out of the revision (look into the procedures and DO blocks it "
								+ "calls), take back by hand what it has done, and " + Wording.again(step) + ".");
			}
			throw ex;
		}
	}

	String historyTable() {
		return this.tables.history();
	}

	private static ResultSet lastResult(PreparedStatement statement) throws SQLException {
		ResultSet last = statement.getResultSet();
		while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT) || statement.getUpdateCount() != -1) {
			last = (statement.getUpdateCount() == -1) ? statement.getResultSet() : last;
		}
		return last;
	}

	private PreparedStatement prepare(String sql) throws SQLException {
		PreparedStatement statement = this.prepared.get(sql);
		if (statement == null) {
			statement = this.connection.prepareStatement(sql);
			this.prepared.put(sql, statement);
		}
		return statement;
	}

}
