package dev.limbeck.script;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import dev.limbeck.text.HarmlessText;

/**
 * The comments of a revision: a line stays one line and a comment, whoever wrote what
 * stands in it. All comments among the statements are written here.
 *
 * @since 0.1.0
 */
public enum RevisionComment {

	/** Comments in a file of SQL. */
	SQL("--") {

		// A line that begins like a marker would be one, or be refused as a misspelt one
		@Override
		String inText(String line) {
			return isMarker(line) ? MARKER_LETTER.matcher(line).replaceFirst("\\\\u006d") : line;
		}

		// What stands that far behind the dashes is taken for no marker
		@Override
		String inCode(String line) {
			return isMarker(line) ? " ".repeat(10) + line : line;
		}

		private boolean isMarker(String line) {
			return RevisionFileParser.isMarker(mark() + " " + line);
		}

	},

	/** Comments in a Java class. */
	JAVA("//") {

		// The compiler reads escapes of Unicode in a comment, too, and one can end it
		@Override
		String inText(String line) {
			return UNICODE_ESCAPE.matcher(line).replaceAll("\\\\$0");
		}

	},

	/** Comments in a Kotlin class. */
	KOTLIN("//");

	private static final Pattern MARKER_LETTER = Pattern.compile("[mM](?=[iI][gG])");

	private static final Pattern UNICODE_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+\\\\(?=u)");

	private final String mark;

	RevisionComment(String mark) {
		this.mark = mark;
	}

	/**
	 * Return the comments of a language.
	 * @param format the language
	 * @return its comments
	 */
	public static RevisionComment in(RevisionFormat format) {
		return switch (format) {
			case SQL -> SQL;
			case JAVA -> JAVA;
			case KOTLIN -> KOTLIN;
		};
	}

	/**
	 * Return text as a comment. What ends a line or cannot be seen is escaped.
	 * @param lines the lines of the text
	 * @return a line of comment for each
	 */
	public List<String> ofText(Collection<String> lines) {
		return lines.stream().map((line) -> comment(inText(HarmlessText.line(line)))).toList();
	}

	/**
	 * Return source as a comment, which is that source again without the marks.
	 * @param statements the source: statements, or comments of their own
	 * @return a line of comment for each of its lines
	 */
	public List<String> ofCode(Collection<String> statements) {
		return statements.stream().flatMap(String::lines).map((line) -> comment(inCode(line))).toList();
	}

	String mark() {
		return this.mark;
	}

	String inText(String line) {
		return line;
	}

	String inCode(String line) {
		return line;
	}

	private String comment(String line) {
		return (this.mark + " " + line).stripTrailing();
	}

}
