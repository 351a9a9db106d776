package dev.limbeck.cli;

/**
 * The characters that a graph is drawn with.
 */
enum GraphGlyphs {

	/** Box-drawing characters. */
	UNICODE("○", "●", "│", "╎", "─", "┄") {

		@Override
		String joint(boolean up, boolean down, boolean left, boolean right) {
			String joints = "?????╯╮┤?╰╭├?┴┬┼";
			int index = (right ? 8 : 0) + (left ? 4 : 0) + (down ? 2 : 0) + (up ? 1 : 0);
			return joints.substring(index, index + 1);
		}

		@Override
		String finish(String row) {
			return row;
		}

	},

	/**
	 * Characters that every terminal has. Lines that meet do so in a {@code +}; a line
	 * that is crossed goes on as {@code |}. With a {@code |} for both, a merge that leads
	 * past another line could not be read.
	 */
	ASCII("*", "@", "|", ":", "-", ".") {

		@Override
		String joint(boolean up, boolean down, boolean left, boolean right) {
			if (up && down) {
				return (left || right) ? "+" : "|";
			}
			return up ? "'" : ".";
		}

		// Between neighbours a line can be slanted
		@Override
		String finish(String row) {
			return row.replaceAll("(?<![-.])\\+-\\. ", "|\\\\  ").replaceAll("(?<![-.])\\+-' ", "|/  ");
		}

	};

	private final String node;

	private final String markedNode;

	private final String line;

	private final String dashedLine;

	private final String bar;

	private final String dashedBar;

	GraphGlyphs(String node, String markedNode, String line, String dashedLine, String bar, String dashedBar) {
		this.node = node;
		this.markedNode = markedNode;
		this.line = line;
		this.dashedLine = dashedLine;
		this.bar = bar;
		this.dashedBar = dashedBar;
	}

	String node(boolean marked) {
		return marked ? this.markedNode : this.node;
	}

	String line(boolean dashed) {
		return dashed ? this.dashedLine : this.line;
	}

	String bar(boolean dashed) {
		return dashed ? this.dashedBar : this.bar;
	}

	/**
	 * Return the character in which lines of several directions meet.
	 * @param up whether a line goes up
	 * @param down whether a line goes down
	 * @param left whether a line goes to the left
	 * @param right whether a line goes to the right
	 * @return the character
	 */
	abstract String joint(boolean up, boolean down, boolean left, boolean right);

	/**
	 * Return a row of lines as it is shown.
	 * @param row the row, of which the lanes are at the even positions, ending in a space
	 * @return the row
	 */
	abstract String finish(String row);

}
