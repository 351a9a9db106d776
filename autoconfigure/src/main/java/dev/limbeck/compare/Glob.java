package dev.limbeck.compare;

import java.util.regex.Pattern;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one. A name is
 * matched from its beginning to its end, part by part between the asterisks, and no part
 * is looked for again once it was found: what is behind the first place where it fits is
 * at least what is behind any other. What is in double quotes, from a dot to a dot, is a
 * name as it is, with a double quote in it doubled.
 */
final class Glob {

	private static final int ANY = -1;

	private static final int ONE = -2;

	private static final Pattern PART = Pattern.compile("(?<=^|\\.)\"((?:[^\"]|\"\")+)\"(?=\\.|$)|(?s:.)");

	private final int[] pattern;

	Glob(String pattern) {
		this.pattern = PART.matcher(pattern)
			.results()
			.flatMapToInt((part) -> (part.group(1) != null) ? part.group(1).replace("\"\"", "\"").codePoints()
					: part.group().codePoints().map(Glob::special))
			.toArray();
	}

	private static int special(int character) {
		return switch (character) {
			case '*' -> ANY;
			case '?' -> ONE;
			default -> character;
		};
	}

	boolean matches(String name) {
		int[] text = name.codePoints().toArray();
		int position = 0;
		int part = 0;
		int afterAsterisk = -1;
		int partStart = 0;
		while (position < text.length) {
			if (part < this.pattern.length && this.pattern[part] == ANY) {
				part++;
				afterAsterisk = part;
				partStart = position;
			}
			else if (part < this.pattern.length
					&& (this.pattern[part] == ONE || this.pattern[part] == text[position])) {
				part++;
				position++;
			}
			else if (afterAsterisk >= 0) {
				part = afterAsterisk;
				partStart++;
				position = partStart;
			}
			else {
				return false;
			}
		}
		while (part < this.pattern.length && this.pattern[part] == ANY) {
			part++;
		}
		return part == this.pattern.length;
	}

}
