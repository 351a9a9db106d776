package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.ScriptSyntax.Change;
import dev.limbeck.dialect.ScriptSyntax.Rows;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RowChange;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which a script writes down its steps: what {@link StepJournal} does
 * online, but each one says itself what must hold.
 */
final class ScriptJournal {

	/** Who made a step, for the history. */
	static final String APPLICATION = "offline script";

	private static final String COLUMN = "version_num";

	private static final String NOW = "CURRENT_TIMESTAMP";

	private final StateTables tables;

	private final ScriptSyntax syntax;

	private final List<String> others;

	private final boolean timed;

	/**
	 * Create a journal.
	 * @param tables the tables
	 * @param syntax how a script says it
	 * @param others rows of the version table that do not matter
	 * @param timed whether a transaction is one step, so that it tells how long that
	 * takes
	 */
	ScriptJournal(StateTables tables, ScriptSyntax syntax, Collection<String> others, boolean timed) {
		this.tables = tables;
		this.syntax = syntax;
		this.others = List.copyOf(others);
		this.timed = timed;
	}

	/**
	 * Refuse a database from which the steps do not start.
	 * @param heads the rows from which they start
	 * @return the statements
	 */
	List<String> requireStart(List<String> heads) {
		List<String> statements = new ArrayList<>(List.of(guard(heads)));
		if (heads.isEmpty() && this.others.isEmpty()) {
			statements.add(this.syntax.requireNoRow(
					"SELECT FROM (" + this.tables.selectLastStepOnly()
							+ ") AS last WHERE heads_after OPERATOR(pg_catalog.<>) ''",
					"The version table " + this.tables
							+ " has lost its rows: the last step in the history left some. Nothing was run.",
					"Restore them, or tell the database what it is at with a stamp."));
		}
		statements.add(this.syntax.requireNoRow(this.tables.selectUnfinished(),
				"A revision that runs outside a transaction was interrupted, and this script cannot go on with it. "
						+ "Nothing was run.",
				"Let an application or the command finish it, or finish it by hand and tell the database what it is at "
						+ "with a stamp and --purge."));
		return statements;
	}

	/**
	 * See that the rows are as they should be, and lock them.
	 * @param heads the rows
	 * @return the statement
	 */
	String guard(List<String> heads) {
		return this.syntax.requireRows(rows(heads));
	}

	/**
	 * See to the same before a statement that runs outside a transaction, and that all
	 * statements of its step before it have run.
	 * @param step the step
	 * @param finished how many of its statements have run
	 * @return the statement
	 */
	String guardAlone(RunningStep step, int finished) {
		return this.syntax.requireRowsOrEnd(rows(step.heads()),
				"SELECT FROM " + this.tables.history() + started(step.step(), finished));
	}

	private Rows rows(List<String> heads) {
		return new Rows(this.tables.toString(), COLUMN, heads, this.others);
	}

	/**
	 * Delete all version rows, and whatever is unfinished with them.
	 * @return the statements
	 */
	List<String> purge() {
		String rows = this.syntax.joined(this.tables.toString(), COLUMN, ", ", "no rows");
		String message = "pg_catalog.concat('purge of ', " + rows + ")";
		return List.of(this.syntax.change(List.of(new Change(this.tables.settleUnfinished(), null),
				new Change(this.tables.insertHistory(String.join(", ", literal("base"), literal(Direction.STAMP.word()),
						"''", message, "NULL", NOW, "0", "CURRENT_USER", literal(APPLICATION),
						literal(StateTables.SUCCESS), "NULL", "NULL")), null),
				new Change(this.tables.deleteVersions(), null))));
	}

	/**
	 * Refuse a database that does not have a revision.
	 * @param revision its id
	 * @param rows the rows of which each stands for it
	 * @return the statement
	 */
	String requireApplied(String revision, Collection<String> rows) {
		String found = "SELECT FROM (" + this.tables.selectVersions() + " WHERE version_num" + StateTables.EQUALS
				+ "ANY (ARRAY[" + String.join(", ", rows.stream().map(this::literal).toList()) + "])) AS found";
		return this.syntax.requireNoRow("SELECT FROM (VALUES (1)) AS always WHERE NOT EXISTS (" + found + ")",
				"Revision " + revision + " is not applied. Nothing was recorded.",
				"A revision that was not applied may be edited freely. Leave it out.");
	}

	/**
	 * Record that somebody accepts a revision as it is.
	 * @param revision the revision
	 * @param checksum its checksum, or {@code null}
	 * @return the statement
	 */
	String accept(Revision revision, @Nullable String checksum) {
		String heads = this.syntax.joined(this.tables.toString(), COLUMN, ",", "");
		return this.syntax
			.change(List.of(
					new Change(
							this.tables.insertHistory(
									String.join(", ", literal(revision.id()), literal(RecordedRevisions.ACCEPT), heads,
											literal(revision.message()), literal(checksum), NOW, "0", "CURRENT_USER",
											literal(APPLICATION), literal(StateTables.SUCCESS), "NULL", "NULL")),
							null)));
	}

	/**
	 * Record a step that is one transaction, or a part of one.
	 * @param step the step
	 * @return the statement
	 */
	String record(CompiledStep step) {
		List<Change> changes = rowChanges(step);
		changes.add(new Change(insert(step, heads(step.step().headsAfter()), step.checksum(), duration(step),
				StateTables.SUCCESS, "NULL"), null));
		return this.syntax.change(changes);
	}

	private String duration(CompiledStep step) {
		if (step.step().direction() == Direction.STAMP) {
			return "0";
		}
		return this.timed ? this.syntax.millisSince(NOW) : "NULL";
	}

	/**
	 * Record that a step which is not one transaction has begun.
	 * @param running the step
	 * @param start nothing of it is finished yet
	 * @return the statement
	 */
	String start(RunningStep running, Checkpoint start) {
		return this.syntax.change(List.of(new Change(insert(running.step(), heads(running.heads()), start.checksum(),
				"NULL", StateTables.STARTED, String.valueOf(start.finished())), null)));
	}

	/**
	 * Record how far such a step is.
	 * @param step the step
	 * @param checkpoint how far it is
	 * @return the statement
	 */
	String progress(CompiledStep step, Checkpoint checkpoint) {
		return this.syntax.change(List.of(new Change(
				"UPDATE " + this.tables.history() + " SET progress = " + checkpoint.finished() + ", checksum = "
						+ literal(checkpoint.checksum()) + started(step, checkpoint.before()),
				notThere(step, checkpoint.before()))));
	}

	/**
	 * Record the end of such a step.
	 * @param step the step
	 * @return the statement
	 */
	String finish(CompiledStep step) {
		List<Change> changes = rowChanges(step);
		changes.add(new Change("UPDATE " + this.tables.history() + " SET heads_after = "
				+ heads(step.step().headsAfter()) + ", outcome = " + literal(StateTables.SUCCESS) + ", duration_ms = "
				+ this.syntax.millisSince("started_at") + ", checksum = " + literal(step.checksum())
				+ started(step, step.size()), notThere(step, step.size())));
		return this.syntax.change(changes);
	}

	private String started(CompiledStep step, int finished) {
		return " WHERE revision" + StateTables.EQUALS + literal(step.revision()) + " AND outcome" + StateTables.EQUALS
				+ literal(StateTables.STARTED) + " AND progress" + StateTables.EQUALS + finished;
	}

	private static String notThere(CompiledStep step, int finished) {
		return "Revision " + step.revision() + " should have run " + finished + " of its statements here.";
	}

	private List<Change> rowChanges(CompiledStep step) {
		List<Change> changes = new ArrayList<>();
		for (RowChange change : step.step().rowChanges()) {
			String problem = "Revision " + step.revision() + " has taken the row " + change.removed()
					+ " out of the version table " + this.tables + ".";
			changes.add(
					new Change(this.tables.change(change, this::literal), (change.removed() != null) ? problem : null));
		}
		return changes;
	}

	private String insert(CompiledStep step, String heads, @Nullable String checksum, String duration, String outcome,
			String progress) {
		return this.tables.insertHistory(String.join(", ", literal(step.revision()),
				literal(step.step().direction().word()), heads, literal(step.step().message()), literal(checksum), NOW,
				duration, "CURRENT_USER", literal(APPLICATION), literal(outcome), progress, "NULL"));
	}

	// If there may be other rows, only the table knows them
	private String heads(List<String> heads) {
		return this.others.isEmpty() ? literal(String.join(",", new TreeSet<>(heads)))
				: this.syntax.joined(this.tables.toString(), COLUMN, ",", "");
	}

	private String literal(@Nullable String value) {
		return (value != null) ? this.syntax.literal(value) : "NULL";
	}

}
