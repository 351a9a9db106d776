package dev.limbeck.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.dialect.StatementOutcome;
import dev.limbeck.revision.Direction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Run a revision of which at least a part must not run in a transaction. The history says
 * how many statements are finished. Whatever can run in a transaction does so together
 * with that count, so that only a statement which PostgreSQL refuses there can ever be in
 * doubt after a crash.
 */
final class NonTransactionalStep {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private static final String DUPLICATE_TABLE = "42P07";

	private final Connection connection;

	private final StepJournal journal;

	private final StatementRunner statements;

	private final Listeners listeners;

	private final CompiledStep step;

	private final Set<String> heads;

	private final List<String> finished = new ArrayList<>();

	private long id;

	NonTransactionalStep(RunContext context, StepJournal journal, StatementRunner statements, CompiledStep step,
			Set<String> heads) {
		this.connection = context.connection();
		this.listeners = context.listeners();
		this.journal = journal;
		this.statements = statements;
		this.step = step;
		this.heads = heads;
	}

	void run(@Nullable UnfinishedStep unfinished, @Nullable String fingerprint) throws SQLException {
		JournalEntry entry = (unfinished != null) ? resume(unfinished) : start();
		try {
			int index = 0;
			for (CompiledBlock block : this.step.blocks()) {
				runRest(block, index, unfinished);
				index += block.statements().size();
			}
		}
		catch (SQLException | RuntimeException ex) {
			recordFailure(entry, ex);
			throw ex;
		}
		inTransaction(() -> {
			this.journal.restoreSession();
			String transaction = this.journal.guard(this.heads);
			this.journal.finish(this.id, entry, transaction, this.finished.size(), entry.step().headsAfter(),
					fingerprint);
			this.listeners.applied(this.connection, entry.step(), this::describeState);
		});
	}

	private JournalEntry start() throws SQLException {
		JournalEntry entry = JournalEntry.of(this.step);
		inTransaction(() -> {
			this.journal.guard(this.heads);
			this.id = this.journal.start(entry, this.heads, checksum());
		});
		return entry;
	}

	private JournalEntry resume(UnfinishedStep unfinished) throws SQLException {
		this.id = unfinished.id();
		List<CompiledStatement> all = this.step.blocks()
			.stream()
			.flatMap((block) -> block.statements().stream())
			.toList();
		all.stream().limit(unfinished.progress()).map(CompiledStatement::sql).forEach(this.finished::add);
		if (this.finished.size() < unfinished.progress() || !checksum().equals(unfinished.checksum())) {
			throw new UnfinishedStepException(
					"The " + describe() + " was interrupted after " + unfinished.progress()
							+ " statements that ran outside a transaction, and those statements were edited since. "
							+ "Nothing was run.",
					"Put the first " + unfinished.progress()
							+ " statements back as they were; the following ones may be edited.");
		}
		logger.info("The " + describe() + " was interrupted after " + unfinished.progress() + " of " + all.size()
				+ " statements; going on from there");
		inTransaction(() -> {
			this.journal.guard(this.heads);
			this.journal.restart(this.id);
		});
		repeatSettings(all.subList(0, unfinished.progress()));
		return JournalEntry.of(this.step);
	}

	// The settings that finished statements made are those of a session that has ended
	private void repeatSettings(List<CompiledStatement> done) {
		done.stream().filter(this.statements::isSetting).forEach(this::execute);
	}

	private void runRest(CompiledBlock block, int firstIndex, @Nullable UnfinishedStep unfinished) throws SQLException {
		int done = Math.max(0, Math.min(this.finished.size() - firstIndex, block.statements().size()));
		List<CompiledStatement> rest = block.statements().subList(done, block.statements().size());
		if (block.transactional()) {
			runTogether(rest);
			return;
		}
		for (CompiledStatement statement : rest) {
			if (statement.kind() == StatementKind.TRANSACTIONAL) {
				runTogether(List.of(statement));
			}
			else {
				boolean inDoubt = unfinished != null && this.finished.size() == unfinished.progress();
				runAlone(statement, inDoubt ? unfinished : null);
			}
		}
	}

	private void runTogether(List<CompiledStatement> together) throws SQLException {
		if (together.isEmpty()) {
			return;
		}
		inTransaction(() -> {
			String transaction = this.journal.transaction();
			together.forEach(this::execute);
			together.forEach((statement) -> this.finished.add(statement.sql()));
			this.journal.progress(this.id, this.finished.size(), checksum());
			this.journal.requireTransaction(this.step.step(), transaction);
		});
	}

	private void runAlone(CompiledStatement statement, @Nullable UnfinishedStep inDoubt) throws SQLException {
		if (inDoubt == null || !isDone(statement, inDoubt)) {
			executeAlone(statement);
			requireValid(statement);
		}
		this.finished.add(statement.sql());
		this.journal.progress(this.id, this.finished.size(), checksum());
	}

	// What a failed build leaves is taken away at once: the statement may be edited
	// before it runs again, and then nobody knows the name
	private void executeAlone(CompiledStatement statement) {
		try {
			execute(statement);
		}
		catch (StatementFailedException ex) {
			if (!ex.isConnectionLost() && !DUPLICATE_TABLE.equals(ex.getSqlState())) {
				takeAway(statement, ex);
			}
			throw ex;
		}
	}

	private void takeAway(CompiledStatement statement, StatementFailedException failure) {
		try {
			this.statements.recover(statement);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	// CREATE INDEX CONCURRENTLY IF NOT EXISTS is content with an index that an earlier
	// attempt left invalid
	private void requireValid(CompiledStatement statement) throws SQLException {
		if (this.statements.leavesInvalid(statement)) {
			throw new UnfinishedStepException(
					"The index that the statement at " + statement.position(0)
							+ " was to build is there already, but invalid: an earlier attempt was interrupted. "
							+ describeState(),
					StringUtils.capitalize(again()) + ": the invalid index is dropped then and built anew.");
		}
	}

	private boolean isDone(CompiledStatement statement, UnfinishedStep inDoubt) throws SQLException {
		StatementOutcome outcome = this.statements.recover(statement);
		if (outcome == StatementOutcome.UNKNOWN && !inDoubt.failed()) {
			throw new UnfinishedStepException("The process that ran the " + describe()
					+ " died during the statement at " + statement.position(0)
					+ ", which runs outside a transaction, and the database cannot tell whether it took effect. "
					+ describeState(),
					"Look whether it did. If so: UPDATE " + this.journal.historyTable() + " SET progress = "
							+ (this.finished.size() + 1) + ", checksum = '" + checksumWith(statement) + "' WHERE id = "
							+ this.id + "; if not: UPDATE " + this.journal.historyTable()
							+ " SET outcome = 'failed' WHERE id = " + this.id + "; then " + again() + ".");
		}
		return outcome == StatementOutcome.DONE && !inDoubt.failed();
	}

	private void execute(CompiledStatement statement) {
		this.statements.run(statement, this.step.step(), this::describeState, "Correct the statement and " + again()
				+ ". The statements that have run must stay as they are; this one and those behind it may be edited.");
	}

	private String describe() {
		return this.step.step().direction().word() + " of revision " + this.step.name();
	}

	private String again() {
		return Wording.again(this.step.step());
	}

	private String describeState() {
		return "The database is at " + Heads.describe(new TreeSet<>(this.heads)) + "; of this revision, which does not "
				+ "run in one transaction, " + this.finished.size() + " of " + this.step.size()
				+ " statements have run and stay. The next "
				+ ((this.step.step().direction() == Direction.UPGRADE) ? "start" : "downgrade")
				+ " goes on behind them.";
	}

	// Only what the server refused has certainly not taken effect; after anything else
	// the statement is in doubt
	private void recordFailure(JournalEntry entry, Exception failure) {
		boolean statementRefused = failure instanceof StatementFailedException statement
				&& !statement.isConnectionLost();
		if (!statementRefused && !(failure instanceof CommitFailedException)) {
			return;
		}
		try {
			this.journal.fail(this.id, entry);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private void inTransaction(Transaction.Work work) throws SQLException {
		int before = this.finished.size();
		try {
			Transaction.run(this.connection, work);
		}
		catch (SQLException ex) {
			this.finished.subList(before, this.finished.size()).clear();
			ServerError error = this.statements.describe(ex);
			if (error.isConstraintViolation()) {
				throw new CommitFailedException(List.of(this.step), error, describeState());
			}
			throw ex;
		}
		catch (RuntimeException ex) {
			this.finished.subList(before, this.finished.size()).clear();
			throw ex;
		}
	}

	private String checksum() {
		return checksum(this.finished);
	}

	private String checksumWith(CompiledStatement statement) {
		List<String> texts = new ArrayList<>(this.finished);
		texts.add(statement.sql());
		return checksum(texts);
	}

	/**
	 * Compute the checksum of statements that are finished, by which the next run knows
	 * that they were not edited.
	 * @param texts the statements
	 * @return the checksum
	 */
	static String checksum(List<String> texts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(String.join("\0", texts).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
