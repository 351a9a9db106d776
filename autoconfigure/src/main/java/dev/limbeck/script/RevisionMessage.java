package dev.limbeck.script;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.failure.MigrationException;

/**
 * The message of a new revision, made harmless: its first line is the message, further
 * ones are the description, none has a control character.
 *
 * @param lines the lines, at least one
 */
record RevisionMessage(List<String> lines) {

	// Controls, line separators, and half of a surrogate pair, which no encoding has
	private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");

	// They would let a line read differently from what it is
	private static final Pattern INVISIBLE = Pattern.compile("[\u202A-\u202E\u2066-\u2069\uFEFF]");

	// What Python calls \w
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

	static RevisionMessage of(String message) {
		List<String> lines = message.lines().map(RevisionMessage::clean).filter((line) -> !line.isEmpty()).toList();
		return new RevisionMessage(lines.isEmpty() ? List.of(NewRevision.DEFAULT_MESSAGE) : lines);
	}

	private static String clean(String line) {
		return UNPRINTABLE.matcher(INVISIBLE.matcher(line).replaceAll("")).replaceAll(" ").strip();
	}

	/**
	 * Return the message for a comment: what stands behind its first {@code --}. A line
	 * that would be read as something else is escaped.
	 * @return one or more lines
	 */
	String toComment() {
		List<String> escaped = new ArrayList<>();
		this.lines.forEach((line) -> escaped.add(isText(line) ? line : RevisionHeader.ESCAPE + line));
		return String.join("\n-- ", escaped);
	}

	// The parser itself knows best
	private static boolean isText(String line) {
		String content = "-- revision: a\n-- " + line + "\n-- migrate:upgrade\n";
		try {
			return RevisionFileParser.parse("message", content.getBytes(StandardCharsets.UTF_8))
				.revision()
				.message()
				.equals(line);
		}
		catch (MigrationException ex) {
			return false;
		}
	}

	/**
	 * Return the words of the message for the name of a file, as Alembic makes them.
	 * @param limit how many characters there may be; what is longer is cut back to a
	 * whole word, and an underscore tells so
	 * @return letters, digits and underscores
	 */
	String slug(int limit) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(Normalizer.normalize(this.lines.get(0), Normalizer.Form.NFC));
		while (matcher.find()) {
			words.add(matcher.group());
		}
		String slug = String.join("_", words).toLowerCase(Locale.ROOT);
		if (slug.codePointCount(0, slug.length()) <= limit) {
			return slug;
		}
		String cut = slug.substring(0, slug.offsetByCodePoints(0, limit));
		int boundary = cut.lastIndexOf('_');
		return ((boundary >= 0) ? cut.substring(0, boundary) : cut) + "_";
	}

}
