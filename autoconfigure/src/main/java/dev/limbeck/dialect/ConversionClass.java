package dev.limbeck.dialect;

/**
 * What happens to the values of a column when it gets another type. The further down, the
 * more has to be known before it is done.
 *
 * @since 0.1.0
 */
public enum ConversionClass {

	/** Every value is kept: it would come back as it was. */
	LOSSLESS("lossless"),

	/** Either every value is kept, or nothing happens, because a row is in the way. */
	MAY_FAIL("may fail"),

	/** Values can be rounded, cut or merged without a word. */
	LOSSY("lossy"),

	/**
	 * A value of the new type says something else, and only somebody who knows the values
	 * can say what: in which time zone they were written, say.
	 */
	MEANING_CHANGES("meaning changes");

	private final String words;

	ConversionClass(String words) {
		this.words = words;
	}

	/**
	 * Return the more harmful of two classes.
	 * @param other the other
	 * @return this or the other
	 */
	public ConversionClass or(ConversionClass other) {
		return (compareTo(other) < 0) ? other : this;
	}

	/**
	 * Return what the class is called in a sentence.
	 * @return one or more words
	 */
	public String words() {
		return this.words;
	}

}
