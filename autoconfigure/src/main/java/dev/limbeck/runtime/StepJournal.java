package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.MigrationSession;
import dev.limbeck.dialect.ServerErrors;
import dev.limbeck.dialect.Timeouts;
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

	private final Connection connection;

	private final ServerErrors errors;

	private final StateTables tables;

	private final MigrationSession session;

	private final @Nullable String application;

	private final Map<String, PreparedStatement> prepared = new HashMap<>();

	StepJournal(RunContext context) {
		this.connection = context.connection();
		this.errors = context.dialect();
		this.tables = context.tables();
		this.session = context.session();
		this.application = context.settings().application();
	}

	// Lock the version rows, see that they are what the plan started from, and return the
	// id of the transaction
	String guard(Collection<String> expectedHeads, @Nullable Timeouts limits) throws SQLException {
		try (ResultSet rows = query(limits(limits) + this.tables.guard())) {
			return checkGuard(rows, expectedHeads);
		}
	}

	private ResultSet query(String sql) throws SQLException {
		PreparedStatement statement = bind(sql);
		statement.execute();
		return lastResult(statement);
	}

	void limit(Timeouts limits) throws SQLException {
		bind(limits(limits)).execute();
	}

	// For the statements behind the transaction
	void limitOutside(@Nullable Duration statement) throws SQLException {
		for (String limit : this.session.limitsOutside(statement)) {
			bind(limit).execute();
		}
	}

	private String limits(@Nullable Timeouts limits) {
		return (limits != null) ? String.join("; ", this.session.limits(limits)) + "; " : "";
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
			throw new ConcurrentChangeException(
					"The version table " + this.tables + " was changed while this process "
							+ "was migrating: it should be at " + HeadsText.describe(expectedHeads) + ", but is at "
							+ HeadsText.describe(found) + ". The revision that was to follow was not run.",
					SOMEBODY_ELSE);
		}
		return transaction;
	}

	// Record a transactional step, and return the id of the transaction that is open
	// then; it means nothing if none is
	String record(JournalEntry entry, String transaction, boolean restoring, Ending ending, Timeouts next)
			throws SQLException {
		List<RowChange> changes = entry.step().rowChanges();
		List<String> headsAfter = entry.step().headsAfter();
		String record = this.tables.record(changes, ending, limits(next));
		PreparedStatement statement = bind(restoring ? restore() + "; " + record : record, ids(changes),
				beginning(entry, headsAfter, entry.checksum()), entry.elapsedMillis(), this.application,
				StateTables.SUCCESS, null, entry.running().fingerprint(), transaction);
		execute(statement, entry.step());
		return (ending == Ending.COMMIT_AND_BEGIN) ? checkGuard(lastResult(statement), headsAfter) : transaction;
	}

	// Delete all version rows, of which nothing is known, and all that is unfinished with
	// them
	void purge(Collection<String> rows, Instant startedAt) throws SQLException {
		bind(this.tables.deleteVersions()).executeUpdate();
		bind(this.tables.settleUnfinished()).executeUpdate();
		bind(this.tables.insertHistory(), "base", Direction.STAMP.word(), "",
				"purge of " + (rows.isEmpty() ? "no rows" : String.join(", ", rows)), null, startedAt, 0L,
				this.application, StateTables.SUCCESS, null, null)
			.executeUpdate();
	}

	// Record that somebody accepts a revision as it is
	void accept(AcceptedRevision revision, Collection<String> heads, @Nullable String fingerprint) throws SQLException {
		bind(this.tables.insertHistory(), revision.revision(), RecordedRevisions.ACCEPT, join(heads),
				revision.message(), revision.checksum(), Instant.now(), 0L, this.application, StateTables.SUCCESS, null,
				fingerprint)
			.executeUpdate();
	}

	// Record that a step which is not one transaction has begun, and return the id of its
	// row in the history
	long start(JournalEntry entry, Checkpoint checkpoint) throws SQLException {
		PreparedStatement insert = bind(this.tables.insertHistory() + " RETURNING id",
				beginning(entry, entry.running().heads(), checkpoint.checksum()), null, this.application,
				StateTables.STARTED, checkpoint.finished(), null);
		try (ResultSet row = insert.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private static List<@Nullable Object> beginning(JournalEntry entry, List<String> heads, @Nullable String checksum) {
		return Arrays.asList(entry.compiled().revision(), entry.step().direction().word(), join(heads), entry.message(),
				checksum, entry.startedAt());
	}

	// Bring the session back to what it was before the statements of a revision
	void restoreSession() throws SQLException {
		bind(restore()).execute();
	}

	// The role of a revision is not meant for the history
	void takeOwnRole() throws SQLException {
		bind(this.session.ownRole()).execute();
	}

	private String restore() {
		return String.join("; ", this.session.restore());
	}

	String transaction(@Nullable Timeouts limits) throws SQLException {
		try (ResultSet row = query(limits(limits) + this.tables.transaction())) {
			row.next();
			return row.getString(1);
		}
	}

	boolean isCommitted(String transaction) throws SQLException {
		try (ResultSet row = bind(this.tables.isCommitted(), transaction).executeQuery()) {
			row.next();
			return row.getBoolean(1);
		}
	}

	void requireTransaction(MigrationStep step, String transaction) throws SQLException {
		execute(bind(this.tables.requireTransaction(), transaction), step);
	}

	void restart(long id) throws SQLException {
		bind(this.tables.restart(), id).executeUpdate();
	}

	void progress(StartedStep step) throws SQLException {
		bind(this.session.ownRole() + "; " + this.tables.updateProgress(), step.reached().finished(),
				step.reached().checksum(), step.id())
			.execute();
	}

	void fail(StartedStep step) throws SQLException {
		bind(this.session.ownRole() + "; " + this.tables.markFailed(), step.entry().elapsedMillis(), step.id())
			.execute();
	}

	// Record the end of a step that was not one transaction
	void finish(StartedStep step, String transaction) throws SQLException {
		JournalEntry entry = step.entry();
		List<RowChange> changes = entry.step().rowChanges();
		execute(bind(this.tables.finish(changes), ids(changes), join(entry.step().headsAfter()), StateTables.SUCCESS,
				entry.elapsedMillis(), step.reached().finished(), entry.checksum(), entry.running().fingerprint(),
				step.id(), transaction), entry.step());
	}

	private static String join(Collection<String> heads) {
		return String.join(",", new TreeSet<>(heads));
	}

	private static List<String> ids(List<RowChange> changes) {
		List<String> ids = new ArrayList<>();
		for (RowChange change : changes) {
			if (change.added() != null) {
				ids.add(change.added());
			}
			if (change.removed() != null) {
				ids.add(change.removed());
			}
		}
		return ids;
	}

	// The conditions of a step fail with errors of arithmetic, see StateTables
	private void execute(PreparedStatement statement, MigrationStep step) throws SQLException {
		try {
			statement.execute();
		}
		catch (SQLException ex) {
			throw switch (this.errors.describe(ex).kind()) {
				case DIVISION_BY_ZERO -> new ConcurrentChangeException(
						"The version table " + this.tables + " was changed during the " + StepText.describe(step) + ": "
								+ step.rowChanges() + " did not meet one row. What it did was rolled back.",
						SOMEBODY_ELSE);
				case NUMBER_OUT_OF_RANGE -> new ConcurrentChangeException("The " + StepText.describe(step)
						+ " ended its own transaction, so what it did before that stays, but it is not recorded.",
						"Take the COMMIT or ROLLBACK out of the revision (look into the procedures and DO blocks it "
								+ "calls), take back by hand what it has done, and " + StepText.again(step) + ".");
				default -> throw ex;
			};
		}
	}

	private static ResultSet lastResult(PreparedStatement statement) throws SQLException {
		ResultSet last = statement.getResultSet();
		while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT) || statement.getUpdateCount() != -1) {
			last = (statement.getUpdateCount() == -1) ? statement.getResultSet() : last;
		}
		return last;
	}

	private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
		PreparedStatement statement = this.prepared.get(sql);
		if (statement == null) {
			statement = this.connection.prepareStatement(sql);
			this.prepared.put(sql, statement);
		}
		bind(statement, 1, Arrays.asList(values));
		return statement;
	}

	private static int bind(PreparedStatement statement, int first, List<? extends @Nullable Object> values)
			throws SQLException {
		int index = first;
		for (Object value : values) {
			if (value instanceof List<?> several) {
				index = bind(statement, index, several);
			}
			else {
				statement.setObject(index++,
						(value instanceof Instant instant) ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
			}
		}
		return index;
	}

}
