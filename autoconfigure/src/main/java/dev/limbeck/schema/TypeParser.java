package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a type from text: a name of one or more words, or quoted, or qualified; arguments
 * behind the name or in its midst; and brackets.
 */
final class TypeParser {

	private static final Pattern BRACKETS = Pattern
		.compile("\\s*(?:\\[\\s*\\d*\\s*\\]|\\sarray(?:\\s*\\[\\s*\\d+\\s*\\])?)$", Pattern.CASE_INSENSITIVE);

	private static final Pattern ARGUMENTS = Pattern
		.compile("^((?:[^\"(]|\"(?:[^\"]|\"\")*\")*)\\(([^()]*)\\)([^()\"]*)$");

	private static final Pattern WORDS = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*(?: [A-Za-z]+)*");

	private static final Pattern PART = Pattern
		.compile("\\s*(?:\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*))\\s*(\\.|$)");

	private final String text;

	TypeParser(String text) {
		this.text = text;
	}

	ColumnType parse() {
		String rest = this.text.strip();
		int dimensions = 0;
		Matcher brackets = BRACKETS.matcher(rest);
		while (brackets.find()) {
			dimensions++;
			rest = rest.substring(0, brackets.start());
			brackets = BRACKETS.matcher(rest);
		}
		Matcher arguments = ARGUMENTS.matcher(rest);
		if (!arguments.matches()) {
			return named(rest, List.of(), dimensions);
		}
		List<String> values = Stream.of(arguments.group(2).split(",")).map(String::strip).toList();
		return named(arguments.group(1).strip() + " " + arguments.group(3).strip(), values, dimensions);
	}

	private ColumnType named(String written, List<String> arguments, int dimensions) {
		String name = written.strip().replaceAll("\\s+", " ");
		if (WORDS.matcher(name).matches()) {
			String folded = fold(name);
			if (!folded.contains(" ") || StandardTypes.canonicalName(null, folded, List.of()) != null) {
				return new ColumnType(null, folded, arguments, dimensions);
			}
		}
		return qualified(written.strip(), arguments, dimensions);
	}

	private ColumnType qualified(String written, List<String> arguments, int dimensions) {
		List<String> parts = new ArrayList<>();
		Matcher part = PART.matcher(written);
		int end = 0;
		while (end < written.length() && part.find(end) && part.start() == end) {
			parts.add((part.group(1) != null) ? part.group(1).replace("\"\"", "\"") : fold(part.group(2)));
			end = part.end();
		}
		if (end < written.length() || parts.isEmpty() || parts.size() > 2 || written.endsWith(".")) {
			throw new InvalidSchemaException("type", "is '" + this.text + "', which is not the name of one type");
		}
		String name = parts.get(parts.size() - 1);
		boolean internal = written.equals("\"char\"");
		String schema = internal ? StandardTypes.SCHEMA : null;
		return new ColumnType((parts.size() == 2) ? parts.get(0) : schema, name, arguments, dimensions);
	}

	// The server folds ASCII only in UTF-8 databases
	private static String fold(String name) {
		StringBuilder folded = new StringBuilder(name);
		for (int i = 0; i < folded.length(); i++) {
			char character = folded.charAt(i);
			if (character >= 'A' && character <= 'Z') {
				folded.setCharAt(i, (char) (character + ('a' - 'A')));
			}
		}
		return folded.toString();
	}

}
