package dev.limbeck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import dev.limbeck.autogenerate.RenameQuestions;

/**
 * Asks whoever sits at the terminal.
 */
final class TerminalQuestions implements RenameQuestions {

	private final CommandRun run;

	private TerminalQuestions(CommandRun run) {
		this.run = run;
	}

	// Who cannot see the question, or cannot answer it, is not asked
	static RenameQuestions of(CommandRun run) {
		return (run.err().terminal() && run.in().reader() != null) ? new TerminalQuestions(run)
				: RenameQuestions.NOBODY;
	}

	@Override
	public boolean isRenamed(String question) {
		BufferedReader reader = this.run.in().reader();
		if (reader == null) {
			return false;
		}
		this.run.ask(question + " [y/N] ");
		try {
			String answer = reader.readLine();
			return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
