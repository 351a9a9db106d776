package dev.limbeck.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Splits a line into words as a POSIX shell does, but replaces nothing: no variables, no
 * patterns, no commands.
 */
final class ShellWords {

	private static final String ESCAPABLE = "\"\\$`";

	private final String line;

	private final List<String> words = new ArrayList<>();

	private @Nullable StringBuilder word;

	private int position;

	private ShellWords(String line) {
		this.line = line;
	}

	/**
	 * Split a line.
	 * @param line the line
	 * @return its words
	 * @throws IllegalArgumentException if a quote does not end, or a backslash stands
	 * last
	 */
	static List<String> split(String line) {
		return new ShellWords(line).split();
	}

	private List<String> split() {
		while (this.position < this.line.length()) {
			char character = this.line.charAt(this.position++);
			switch (character) {
				case ' ', '\t', '\n', '\r' -> endWord();
				case '\'' -> takeQuoted('\'');
				case '"' -> takeQuoted('"');
				case '\\' -> word().append(next("a backslash at its end"));
				default -> word().append(character);
			}
		}
		endWord();
		return this.words;
	}

	private void takeQuoted(char quote) {
		StringBuilder target = word();
		String problem = "an unterminated quote " + quote;
		char character = next(problem);
		while (character != quote) {
			if (character == '\\' && quote == '"') {
				char escaped = next(problem);
				target.append((ESCAPABLE.indexOf(escaped) >= 0) ? "" : "\\").append(escaped);
			}
			else {
				target.append(character);
			}
			character = next(problem);
		}
	}

	private char next(String problem) {
		if (this.position == this.line.length()) {
			throw new IllegalArgumentException(problem);
		}
		return this.line.charAt(this.position++);
	}

	private StringBuilder word() {
		StringBuilder current = this.word;
		if (current == null) {
			current = new StringBuilder();
			this.word = current;
		}
		return current;
	}

	private void endWord() {
		if (this.word != null) {
			this.words.add(this.word.toString());
			this.word = null;
		}
	}

}
