package dev.limbeck.metadata.jpa;

/**
 * A piece of SQL: a word, a quoted name, a literal, a sign, or everything between two
 * parentheses.
 *
 * @param kind what it is
 * @param start where it begins in the text
 * @param end where it ends
 * @param text how it is written
 */
record SqlToken(Kind kind, int start, int end, String text) {

	boolean isWord(String word) {
		return this.kind == Kind.WORD && this.text.equalsIgnoreCase(word);
	}

	boolean isName() {
		return this.kind == Kind.WORD || this.kind == Kind.QUOTED;
	}

	String name() {
		return (this.kind == Kind.QUOTED) ? this.text.substring(1, this.text.length() - 1).replace("\"\"", "\"")
				: Names.folded(this.text);
	}

	String inside() {
		return this.text.substring(1, this.text.length() - 1).strip();
	}

	/**
	 * What a token is.
	 */
	enum Kind {

		/** A keyword or a plain name. */
		WORD,

		/** A name in quotation marks. */
		QUOTED,

		/** A string or a number. */
		LITERAL,

		/** Parentheses, with everything between them. */
		GROUP,

		/** Anything else. */
		SIGN

	}

}
