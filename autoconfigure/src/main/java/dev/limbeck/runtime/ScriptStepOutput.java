package dev.limbeck.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Prints steps as a script.
 */
final class ScriptStepOutput implements StepOutput<IOException> {

	private final ScriptPrinter printer;

	private final ScriptSyntax syntax;

	private final ScriptJournal journal;

	private final Timeouts timeouts;

	/** What the open transaction is limited to, as far as that is known. */
	private @Nullable Timeouts limits;

	/** Whether the statements of the step may have changed settings of the session. */
	private boolean settingsChanged;

	ScriptStepOutput(ScriptPrinter printer, ScriptSyntax syntax, ScriptJournal journal, Timeouts timeouts) {
		this.printer = printer;
		this.syntax = syntax;
		this.journal = journal;
		this.timeouts = timeouts;
	}

	@Override
	public void enter(JournalEntry entry) throws IOException {
		this.settingsChanged = false;
		this.printer.line();
		this.printer.comment(entry.step().logLine());
	}

	@Override
	public void begin(JournalEntry entry) throws IOException {
		this.printer.statement("BEGIN");
		this.limits = null;
		limit(entry);
	}

	@Override
	public void limit(JournalEntry entry) throws IOException {
		Timeouts wanted = entry.compiled().timeouts(this.timeouts);
		if (!wanted.equals(this.limits)) {
			this.printer.statements(this.syntax.limits(wanted));
			this.limits = wanted;
		}
	}

	@Override
	public void guard(List<String> heads) throws IOException {
		this.printer.statement(this.journal.guard(heads));
	}

	@Override
	public void beginPart(JournalEntry entry) throws IOException {
		begin(entry);
	}

	@Override
	public void execute(JournalEntry entry, CompiledStatement statement) throws IOException {
		this.printer.statement(this.syntax.forClient(statement.statement()));
		this.settingsChanged |= statement.changesSettings();
	}

	@Override
	public void executeAlone(JournalEntry entry, CompiledStatement statement, Checkpoint checkpoint)
			throws IOException {
		printOwn(this.journal.guardAlone(entry.running(), checkpoint.before()));
		execute(entry, statement);
		String effect = this.syntax.requireEffectOrEnd(statement.statement());
		if (effect != null) {
			this.printer.statement(effect);
		}
		printOwn(this.journal.progress(entry.compiled(), checkpoint));
	}

	private void printOwn(String statement) throws IOException {
		if (this.settingsChanged) {
			this.printer.transaction(own(statement));
		}
		else {
			this.printer.statement(statement);
		}
	}

	// Settings that the revision has made are meant for its next statements, not for the
	// version table and the history
	private List<String> own(String statement) {
		List<String> statements = new ArrayList<>(this.settingsChanged ? this.syntax.ownRole() : List.of());
		statements.add(statement);
		return statements;
	}

	@Override
	public void restoreSession() throws IOException {
		this.printer.statements(this.syntax.restore());
		this.limits = null;
	}

	@Override
	public void record(JournalEntry entry) throws IOException {
		this.printer.statement(this.journal.record(entry.compiled()));
	}

	@Override
	public void start(JournalEntry entry, Checkpoint checkpoint) throws IOException {
		Duration statement = entry.compiled().statementTimeout();
		if (statement != null) {
			this.printer.statement(this.syntax.limitOutside(statement));
		}
		this.printer.statement(this.journal.start(entry.running(), checkpoint));
	}

	@Override
	public void checkpoint(JournalEntry entry, Checkpoint checkpoint) throws IOException {
		this.printer.statements(own(this.journal.progress(entry.compiled(), checkpoint)));
	}

	@Override
	public void finish(JournalEntry entry) throws IOException {
		this.printer.statement(this.journal.finish(entry.compiled()));
	}

	@Override
	public void commit() throws IOException {
		this.printer.statement("COMMIT");
	}

}
