package dev.limbeck.revision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names that a misspelt one may have been meant to be.
 */
final class NearNames {

	private static final int SHOWN = 3;

	private NearNames() {
	}

	static List<String> of(String name, Stream<String> names) {
		int tolerance = Math.max(1, name.length() / 4);
		return names.filter((other) -> Math.abs(other.length() - name.length()) <= tolerance)
			.map((other) -> new Candidate(other, distance(name, other)))
			.filter((candidate) -> candidate.distance() <= tolerance && candidate.distance() < name.length())
			.sorted(Comparator.comparingInt(Candidate::distance))
			.limit(SHOWN)
			.map(Candidate::name)
			.toList();
	}

	// how many characters have to be added, removed or replaced
	private static int distance(String from, String to) {
		int[] previous = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int[] row = new int[to.length() + 1];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = previous[j - 1] + ((from.charAt(i - 1) != to.charAt(j - 1)) ? 1 : 0);
				row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
			}
			previous = row;
		}
		return previous[to.length()];
	}

	private record Candidate(String name, int distance) {

	}

}
