package dev.limbeck.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places where a text of the database's has a name in it.
 */
final class NameScan {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private final Pattern pattern;

	NameScan(String name) {
		String plain = PLAIN.matcher(name).matches() ? "(?<![\\w\"$])" + name + "(?![\\w\"$(])|" : "";
		this.pattern = Pattern.compile(plain + quoted(name));
	}

	/**
	 * Find a name in a schema.
	 * @param schema the schema
	 * @param name the name
	 */
	NameScan(String schema, String name) {
		this.pattern = Pattern.compile("(?<![\\w\"$.])" + word(schema) + "\\." + word(name) + "(?![\\w\"$])");
	}

	private static String word(String name) {
		return PLAIN.matcher(name).matches() ? "(?:" + name + "|" + quoted(name) + ")" : quoted(name);
	}

	private static String quoted(String name) {
		return Pattern.quote('"' + name.replace("\"", "\"\"") + '"');
	}

	boolean areIn(String text) {
		return this.pattern.matcher(text).find();
	}

	boolean areOutsideLiterals(String text) {
		String[] parts = text.split("'", -1);
		boolean found = false;
		for (int i = 0; i < parts.length; i += 2) {
			found |= areIn(parts[i]);
		}
		return found;
	}

	/**
	 * Return a text with another name in these places.
	 * @param text the text
	 * @param names the other name, behind its schema if that is to be named
	 * @return the text
	 */
	String replace(String text, String... names) {
		String written = Stream.of(names).map(NameScan::written).collect(Collectors.joining("."));
		return this.pattern.matcher(text).replaceAll(Matcher.quoteReplacement(written));
	}

	static String written(String name) {
		return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * Return a text with another name in these places, except within literals.
	 * @param text the text
	 * @param names the other name, behind its schema if that is to be named
	 * @return the text
	 */
	String replaceOutsideLiterals(String text, String... names) {
		StringBuilder result = new StringBuilder();
		String[] parts = text.split("'", -1);
		for (int i = 0; i < parts.length; i++) {
			result.append((i > 0) ? "'" : "").append((i % 2 == 0) ? replace(parts[i], names) : parts[i]);
		}
		return result.toString();
	}

}
