package dev.limbeck.cli;

/**
 * The colours of a terminal.
 *
 * @param on whether there are any
 */
record Colours(boolean on) {

	String id(String text) {
		return paint("33", text);
	}

	String label(String text) {
		return paint("32", text);
	}

	String mark(String text) {
		return paint("36", text);
	}

	String failure(String text) {
		return paint("1;31", text);
	}

	private String paint(String code, String text) {
		return (this.on) ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
	}

}
