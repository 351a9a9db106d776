package dev.limbeck.compare;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values of an enum type that an expression of the server's names: in a literal
 * of the type, or in one of an array of it.
 */
final class EnumLiterals {

	private static final Pattern ELEMENT = Pattern.compile("\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<plain>[^{},\"]+)");

	private final Pattern literal;

	EnumLiterals(String type) {
		this.literal = Pattern.compile(
				"(?<escaped>E?)'(?<text>(?:[^']|'')*+)'::(?:(?:\\w+|\"(?:[^\"]|\"\")++\")\\.)?(?:" + Pattern.quote(type)
						+ "(?![\\w$])|" + Pattern.quote('"' + type.replace("\"", "\"\"") + '"') + ")(?<array>\\[\\])?");
	}

	/**
	 * Return the values that an expression names.
	 * @param expression the expression, as the server prints it
	 * @return the values
	 */
	Set<String> in(String expression) {
		Set<String> values = new HashSet<>();
		Matcher literals = this.literal.matcher(expression);
		while (literals.find()) {
			String text = literals.group("text").replace("''", "'");
			String said = literals.group("escaped").isEmpty() ? text : text.replace("\\\\", "\\");
			if (literals.group("array") == null) {
				values.add(said);
			}
			else {
				addElements(said, values);
			}
		}
		return values;
	}

	private static void addElements(String array, Set<String> values) {
		Matcher elements = ELEMENT.matcher(array);
		while (elements.find()) {
			String quoted = elements.group("quoted");
			values.add((quoted != null) ? quoted.replaceAll("\\\\(.)", "$1") : elements.group("plain"));
		}
	}

}
