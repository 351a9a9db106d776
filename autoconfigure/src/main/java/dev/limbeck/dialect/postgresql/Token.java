package dev.limbeck.dialect.postgresql;

/**
 * A token of a script.
 *
 * @param kind what the token is
 * @param script the script that it stands in
 * @param start where it starts
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String script, int start, int end) {

	/**
	 * Return whether this is an unquoted word, ignoring the case of ASCII letters only,
	 * as the server does: {@code K}, the Kelvin sign, is no K.
	 * @param word the word in lower case
	 * @return whether the token is that word
	 */
	boolean is(String word) {
		return this.kind == Kind.WORD && this.end - this.start == word.length() && startsWith(word);
	}

	boolean isSymbol(char symbol) {
		return this.kind == Kind.SYMBOL && this.script.charAt(this.start) == symbol;
	}

	/**
	 * Return what the token says when its spelling is put aside: {@code OFF},
	 * {@code off}, {@code "off"} and {@code 'off'} are the same value of an option.
	 * @return the text in lower case, without quotes
	 */
	String plainText() {
		int margin = (this.kind == Kind.QUOTED_IDENTIFIER || this.kind == Kind.STRING) ? 1 : 0;
		StringBuilder text = new StringBuilder();
		for (int i = this.start + margin; i < this.end - margin; i++) {
			text.append(lowerCase(this.script.charAt(i)));
		}
		return text.toString();
	}

	private boolean startsWith(String word) {
		for (int i = 0; i < word.length(); i++) {
			if (lowerCase(this.script.charAt(this.start + i)) != word.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static char lowerCase(char character) {
		return (character >= 'A' && character <= 'Z') ? (char) (character + ('a' - 'A')) : character;
	}

	/**
	 * What a token can be, as far as splitting needs to know.
	 */
	enum Kind {

		/**
		 * A keyword or an unquoted identifier.
		 */
		WORD,

		QUOTED_IDENTIFIER,

		/**
		 * A string of any notation, with all its continuations.
		 */
		STRING,

		/**
		 * Digits. What follows them in a longer number comes as tokens of its own.
		 */
		DIGITS,

		/**
		 * A parameter such as {@code $1}.
		 */
		PARAMETER,

		/**
		 * Any other single character. An operator of several comes as several tokens.
		 */
		SYMBOL,

		/**
		 * The end of the script.
		 */
		END

	}

}
