package dev.limbeck.compare;

/**
 * The kinds of what a table can have and a mapping cannot say.
 *
 * @since 0.1.0
 */
public enum UnmappedKind {

	/**
	 * An index of another method than {@code btree}, of expressions, of some rows, with
	 * an operator class, a collation or further columns.
	 */
	INDEX("index", "indexes"),

	/**
	 * A unique constraint that can be deferred, carries further columns, or takes two
	 * nulls for equal; and that a key which is mapped does so.
	 */
	UNIQUE_CONSTRAINT("unique constraint", "unique constraints"),

	/** A check that nobody has mapped. */
	CHECK_CONSTRAINT("check constraint", "check constraints"),

	/** An exclusion constraint. */
	EXCLUDE_CONSTRAINT("exclusion constraint", "exclusion constraints"),

	/** What a foreign key does when the row that it refers to changes, and when. */
	FOREIGN_KEY_ACTION("action of a foreign key", "actions of foreign keys"),

	/** What a column gets if a row says nothing about it, and how it is generated. */
	DEFAULT("default of a column", "defaults of columns"),

	/**
	 * How a sequence or an identity column counts, as far as a mapping does not say it:
	 * its bounds, how many numbers a session fetches at once, whether it begins again at
	 * the end, and the start and the increment of an identity.
	 */
	SEQUENCE_OPTION("option of a sequence", "options of sequences"),

	/** A comment on a table or a column. */
	COMMENT("comment", "comments");

	private final String words;

	private final String plural;

	UnmappedKind(String words, String plural) {
		this.words = words;
		this.plural = plural;
	}

	/**
	 * Return what some of this kind are called in a sentence.
	 * @param count how many they are
	 * @return the number, and the words
	 */
	public String words(int count) {
		return count + " " + ((count == 1) ? this.words : this.plural);
	}

}
