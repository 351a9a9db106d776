package dev.limbeck.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.StatementKind;

/**
 * Prints a step of which at least a part must not run in a transaction. The history says
 * how far it is, so that an application can finish a script that was interrupted.
 */
final class NonTransactionalPrinter {

	private final ScriptPrinter printer;

	private final ScriptSyntax syntax;

	private final ScriptJournal journal;

	private final CompiledStep step;

	private final List<String> heads;

	private final List<String> finished = new ArrayList<>();

	private boolean settingsChanged;

	NonTransactionalPrinter(ScriptPrinter printer, ScriptSyntax syntax, ScriptJournal journal, CompiledStep step,
			List<String> heads) {
		this.printer = printer;
		this.syntax = syntax;
		this.journal = journal;
		this.step = step;
		this.heads = heads;
	}

	void print() throws IOException {
		this.printer.transaction(List.of(this.journal.guard(this.heads), this.journal.start(this.step, this.heads)));
		for (CompiledBlock block : this.step.blocks()) {
			print(block);
		}
		List<String> ending = new ArrayList<>(this.syntax.restore());
		ending.add(this.journal.guard(this.heads));
		ending.add(this.journal.finish(this.step));
		this.printer.transaction(ending);
	}

	private void print(CompiledBlock block) throws IOException {
		if (block.transactional()) {
			printTogether(block.statements());
			return;
		}
		for (CompiledStatement statement : block.statements()) {
			if (statement.kind() == StatementKind.TRANSACTIONAL) {
				printTogether(List.of(statement));
			}
			else {
				printAlone(statement);
			}
		}
	}

	private void printTogether(List<CompiledStatement> together) throws IOException {
		List<String> statements = new ArrayList<>();
		together.forEach((statement) -> {
			statements.add(this.syntax.forClient(statement.statement()));
			finish(statement);
		});
		statements.addAll(own(progress(together.size())));
		this.printer.transaction(statements);
	}

	private void printAlone(CompiledStatement statement) throws IOException {
		printOwn(this.journal.guardAlone(this.heads, this.step, this.finished.size()));
		this.printer.statement(this.syntax.forClient(statement.statement()));
		String effect = this.syntax.requireEffectOrEnd(statement.statement());
		if (effect != null) {
			this.printer.statement(effect);
		}
		finish(statement);
		printOwn(progress(1));
	}

	private void finish(CompiledStatement statement) {
		this.finished.add(statement.sql());
		this.settingsChanged |= statement.changesSettings();
	}

	private String progress(int justFinished) {
		return this.journal.progress(this.step, this.finished.size() - justFinished, this.finished);
	}

	private void printOwn(String statement) throws IOException {
		List<String> statements = own(statement);
		if (statements.size() > 1) {
			this.printer.transaction(statements);
		}
		else {
			this.printer.statements(statements);
		}
	}

	// Settings that the revision has made are meant for its next statements, not for the
	// version table and the history
	private List<String> own(String statement) {
		List<String> statements = new ArrayList<>(this.settingsChanged ? this.syntax.ownRole() : List.of());
		statements.add(statement);
		return statements;
	}

}
