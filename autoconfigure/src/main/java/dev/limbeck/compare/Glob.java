package dev.limbeck.compare;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one. A name is
 * matched from its beginning to its end, part by part between the asterisks, and no part
 * is looked for again once it was found: what is behind the first place where it fits is
 * at least what is behind any other.
 */
final class Glob {

	private static final int ANY = '*';

	private static final int ONE = '?';

	private final int[] pattern;

	Glob(String pattern) {
		this.pattern = pattern.codePoints().toArray();
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
