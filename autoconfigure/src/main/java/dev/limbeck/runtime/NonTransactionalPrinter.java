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
		statements.addAll(progress());
		this.printer.transaction(statements);
	}

	private void printAlone(CompiledStatement statement) throws IOException {
		this.printer.statement(this.journal.guardAlone(this.heads));
		this.printer.statement(this.syntax.forClient(statement.statement()));
		String effect = this.syntax.requireEffectOrEnd(statement.statement());
		if (effect != null) {
			this.printer.statement(effect);
		}
		finish(statement);
		if (this.settingsChanged) {
			this.printer.transaction(progress());
		}
		else {
			this.printer.statements(progress());
		}
	}

	private void finish(CompiledStatement statement) {
		this.finished.add(statement.sql());
		this.settingsChanged |= statement.changesSettings();
	}

	// Settings that the revision has made are meant for its next statements, not for the
	// history
	private List<String> progress() {
		List<String> statements = new ArrayList<>();
		if (this.settingsChanged) {
			statements.addAll(this.syntax.ownRole());
		}
		statements.add(this.journal.progress(this.step, this.finished));
		return statements;
	}

}
