package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.runtime.PlaceholderScan.Place;
import dev.limbeck.script.SqlBlock;

/**
 * The SQL of a block as it is run, and the way back from a place in it to the place in
 * the file: placeholders have other lengths than their values.
 */
final class SourceText implements StatementOrigin {

	private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");

	private static final Pattern SECRET = Pattern.compile("(?i)pass|pw|secret|token|key|credential");

	private static final int SHORTEST_SHOWN = 4;

	private final String file;

	private final SqlBlock block;

	private final String sql;

	private final List<Replacement> replacements;

	private SourceText(String file, SqlBlock block, String sql, List<Replacement> replacements) {
		this.file = file;
		this.block = block;
		this.sql = sql;
		this.replacements = replacements;
	}

	static SourceText of(String file, SqlBlock block, Map<String, String> placeholders, Dialect dialect) {
		boolean plain = placeholders.isEmpty() ? !block.sql().contains("$${") : !block.sql().contains("${");
		if (plain) {
			return asItIs(file, block);
		}
		StringBuilder sql = new StringBuilder();
		List<Replacement> replacements = new ArrayList<>();
		int copied = 0;
		for (Place place : new PlaceholderScan(block.sql(), placeholders, dialect.verbatim(block.sql())).find()) {
			String value = place.value();
			if (value == null) {
				throw unknown(asItIs(file, block), place, placeholders);
			}
			sql.append(block.sql(), copied, place.start());
			replacements.add(new Replacement(place.start(), place.end(), sql.length(), value.length()));
			sql.append(value);
			copied = place.end();
		}
		sql.append(block.sql(), copied, block.sql().length());
		return new SourceText(file, block, sql.toString(), List.copyOf(replacements));
	}

	/**
	 * Return a block in which nothing is replaced.
	 * @param file the file
	 * @param block the block
	 * @return its text
	 */
	static SourceText asItIs(String file, SqlBlock block) {
		return new SourceText(file, block, block.sql(), List.of());
	}

	private static InvalidScriptException unknown(SourceText text, Place place, Map<String, String> known) {
		return new InvalidScriptException(text.positionOf(place.start()),
				"the placeholder '${" + place.name() + "}' has no value",
				howToSet(place.name()) + "; known are " + known.keySet().stream().sorted().toList()
						+ ". If it is text, write '$${" + place.name()
						+ "}', or '-- placeholders: off' in the header, which the checksum leaves out.");
	}

	// Of a key without brackets only letters, digits and hyphens are kept
	private static String howToSet(String name) {
		if (name.startsWith(PlaceholderScan.ARGUMENT)) {
			return "Start the run with -x " + name.substring(PlaceholderScan.ARGUMENT.length()) + "=…";
		}
		return "Set migrations.placeholders" + (PLAIN_KEY.matcher(name).matches() ? "." + name : "[" + name + "]");
	}

	String sql() {
		return this.sql;
	}

	@Override
	public SourcePosition positionOf(int offset) {
		String original = this.block.sql();
		int end = Math.min(toOriginal(offset), original.length());
		int lineStart = original.lastIndexOf('\n', end - 1) + 1;
		int line = this.block.line() + (int) original.substring(0, lineStart).chars().filter((c) -> c == '\n').count();
		return new SourcePosition(this.file, line, original.codePointCount(lineStart, end) + 1);
	}

	// The file has the names, so it is shown in the place of what was run
	@Override
	public SqlStatement shown(SqlStatement statement) {
		if (this.replacements.isEmpty()) {
			return statement;
		}
		int start = toOriginal(statement.offset());
		int end = toOriginalEnd(statement.offset() + statement.text().length());
		return new SqlStatement(this.block.sql().substring(start, end), start, statement.line());
	}

	// A short value would be found in the words of the server itself
	@Override
	public String shown(String said) {
		String shown = said;
		for (Replacement replacement : this.replacements) {
			String value = this.sql.substring(replacement.start(), replacement.start() + replacement.length());
			String name = this.block.sql().substring(replacement.originalStart(), replacement.originalEnd());
			if (value.length() >= SHORTEST_SHOWN || (!value.isEmpty() && SECRET.matcher(name).find())) {
				shown = shown.replace(value, name);
			}
		}
		return shown;
	}

	private int toOriginalEnd(int offset) {
		for (Replacement replacement : this.replacements) {
			if (offset > replacement.start() && offset <= replacement.start() + replacement.length()) {
				return replacement.originalEnd();
			}
		}
		return toOriginal(offset);
	}

	private int toOriginal(int offset) {
		int shift = 0;
		for (Replacement replacement : this.replacements) {
			if (offset < replacement.start()) {
				break;
			}
			if (offset < replacement.start() + replacement.length()) {
				return replacement.originalStart();
			}
			shift = replacement.originalEnd() - (replacement.start() + replacement.length());
		}
		return offset + shift;
	}

	private record Replacement(int originalStart, int originalEnd, int start, int length) {
	}

}
