package dev.limbeck.compare;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * A name for the time in which two have the same.
 */
final class SpareName {

	// What is put behind has to fit into the 63 bytes that the server keeps
	private static final int MAXIMUM_BYTES = 55;

	private static final int SAFE_LENGTH = 13;

	private SpareName() {
	}

	/**
	 * Return a name that nothing has.
	 * @param name the name that two have
	 * @param isTaken whether something has a name
	 * @return another one, short enough to be kept as it is
	 */
	static String of(String name, Predicate<String> isTaken) {
		int length = name.codePointCount(0, name.length());
		boolean kept = name.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES;
		String begin = kept ? name : name.substring(0, name.offsetByCodePoints(0, Math.min(length, SAFE_LENGTH)));
		String free = begin + "_old";
		for (int number = 2; isTaken.test(free); number++) {
			free = begin + "_old" + number;
		}
		return free;
	}

}
