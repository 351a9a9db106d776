package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds its way through the parentheses, brackets and quotation marks of a text that the
 * server has printed.
 */
final class Enclosed {

	private Enclosed() {
	}

	/**
	 * Divide a text where a separator stands outside of everything.
	 * @param text the text
	 * @param separator the separator
	 * @return the parts, at least one
	 */
	static List<String> split(String text, String separator) {
		List<String> parts = new ArrayList<>();
		int begin = 0;
		int position = 0;
		while (position < text.length()) {
			if (text.startsWith(separator, position)) {
				parts.add(text.substring(begin, position));
				position += separator.length();
				begin = position;
			}
			else {
				position = end(text, position) + 1;
			}
		}
		parts.add(text.substring(begin));
		return parts;
	}

	/**
	 * Return where something stands in a text, but not within quotation marks.
	 * @param text the text
	 * @param wanted what to look for
	 * @return the positions
	 */
	static List<Integer> positions(String text, String wanted) {
		List<Integer> positions = new ArrayList<>();
		int position = 0;
		while (position < text.length()) {
			if (text.startsWith(wanted, position)) {
				positions.add(position);
			}
			char character = text.charAt(position);
			position = (isQuote(character) ? end(text, position) : position) + 1;
		}
		return positions;
	}

	/**
	 * Return where that ends which begins at a position.
	 * @param text the text
	 * @param begin the position
	 * @return the position of the closing character, the same position if nothing is
	 * opened there, and the last one if nothing is closed
	 */
	static int end(String text, int begin) {
		char opening = text.charAt(begin);
		if (isQuote(opening)) {
			int closing = text.indexOf(opening, begin + 1);
			return (closing < 0) ? text.length() - 1 : closing;
		}
		if (opening != '(' && opening != '[') {
			return begin;
		}
		int position = begin + 1;
		while (position < text.length()) {
			char character = text.charAt(position);
			if (character == ')' || character == ']') {
				return position;
			}
			position = end(text, position) + 1;
		}
		return text.length() - 1;
	}

	private static boolean isQuote(char character) {
		return character == '\'' || character == '"';
	}

}
