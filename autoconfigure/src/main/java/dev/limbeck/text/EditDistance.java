package dev.limbeck.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How many letters are to be added, left out or replaced to make one word of another.
 *
 * @since 0.1.0
 */
public final class EditDistance {

	private EditDistance() {
	}

	/**
	 * Find the word that was meant by one that nothing is called by.
	 * @param word the word
	 * @param known the words that there are
	 * @return the nearest of them, if no more than a third of it is another
	 */
	public static Optional<String> nearest(String word, Collection<String> known) {
		return known.stream()
			.filter((candidate) -> between(word, candidate) * 3 <= candidate.length())
			.min(Comparator.comparingInt((candidate) -> between(word, candidate)));
	}

	/**
	 * Return the distance of two words.
	 * @param first one
	 * @param second the other
	 * @return how many letters differ
	 */
	public static int between(String first, String second) {
		int[] above = new int[second.length() + 1];
		for (int column = 0; column < above.length; column++) {
			above[column] = column;
		}
		for (int row = 1; row <= first.length(); row++) {
			above = nextRow(above, row, first.charAt(row - 1), second);
		}
		return above[second.length()];
	}

	private static int[] nextRow(int[] above, int row, char letter, String second) {
		int[] current = new int[above.length];
		current[0] = row;
		for (int column = 1; column < current.length; column++) {
			int replaced = above[column - 1] + ((letter == second.charAt(column - 1)) ? 0 : 1);
			current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
		}
		return current;
	}

}
