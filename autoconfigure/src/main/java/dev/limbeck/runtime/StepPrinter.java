package dev.limbeck.runtime;

import java.io.IOException;
import java.util.List;

import dev.limbeck.dialect.ScriptSyntax;

/**
 * Prints one step after the other in the order in which {@link StepRunner} and
 * {@link NonTransactionalStep} run them.
 */
final class StepPrinter {

	private final ScriptPrinter printer;

	private final ScriptSyntax syntax;

	private final ScriptJournal journal;

	private final boolean perRun;

	private List<String> heads;

	private boolean open;

	StepPrinter(ScriptPrinter printer, ScriptSyntax syntax, ScriptJournal journal, boolean perRun, List<String> heads) {
		this.printer = printer;
		this.syntax = syntax;
		this.journal = journal;
		this.perRun = perRun;
		this.heads = heads;
	}

	void print(CompiledStep step) throws IOException {
		if (step.isTransactional()) {
			printInTransaction(step);
		}
		else {
			complete();
			printTitle(step);
			new NonTransactionalPrinter(this.printer, this.syntax, this.journal, step, this.heads).print();
		}
		this.heads = step.step().headsAfter();
	}

	private void printInTransaction(CompiledStep step) throws IOException {
		printTitle(step);
		begin();
		for (CompiledBlock block : step.blocks()) {
			for (CompiledStatement statement : block.statements()) {
				this.printer.statement(this.syntax.forClient(statement.statement()));
			}
		}
		if (step.changesSettings()) {
			this.printer.statements(this.syntax.restore());
		}
		this.printer.statement(this.journal.record(step));
		if (!this.perRun) {
			complete();
		}
	}

	private void printTitle(CompiledStep step) throws IOException {
		this.printer.line();
		this.printer.comment(Wording.running(step.step()));
	}

	private void begin() throws IOException {
		if (!this.open) {
			this.printer.statement("BEGIN");
			this.printer.statement(this.journal.guard(this.heads));
			this.open = true;
		}
	}

	/**
	 * End the transaction that is open, if one is.
	 */
	void complete() throws IOException {
		if (this.open) {
			this.printer.statement("COMMIT");
			this.open = false;
		}
	}

}
