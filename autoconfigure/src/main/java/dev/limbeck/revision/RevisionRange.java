package dev.limbeck.revision;

import java.util.List;

/**
 * A range {@code start:end}, of which either side may be empty.
 *
 * @param start the start, or an empty string
 * @param end the end, or an empty string
 */
record RevisionRange(String start, String end) {

	static void refuse(String target) {
		if (isRange(target)) {
			throw RangeException.notAllowed(target);
		}
	}

	static boolean isRange(String target) {
		return target.indexOf(':') >= 0;
	}

	static RevisionRange parse(String range) {
		List<String> sides = List.of(range.strip().split(":", -1));
		if (sides.size() != 2) {
			throw RangeException.malformed(range);
		}
		return new RevisionRange(sides.get(0), sides.get(1));
	}

	// what may also be the end alone
	static RevisionRange parseOrEnd(String range) {
		return isRange(range) ? parse(range) : new RevisionRange("", range);
	}

}
