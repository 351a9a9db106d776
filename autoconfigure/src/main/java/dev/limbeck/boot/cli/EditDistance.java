package dev.limbeck.boot.cli;

/**
 * How many letters are to be added, left out or replaced to make one word of another.
 */
final class EditDistance {

	private EditDistance() {
	}

	static int between(String first, String second) {
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
