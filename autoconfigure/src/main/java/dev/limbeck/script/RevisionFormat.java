package dev.limbeck.script;

/**
 * The language that a revision is written in.
 *
 * @since 0.1.0
 */
public enum RevisionFormat {

	/** A file of SQL. */
	SQL("sql", ""),

	/** A Java class. */
	JAVA("java", "\t\t");

	private final String extension;

	private final String indentation;

	RevisionFormat(String extension, String indentation) {
		this.extension = extension;
		this.indentation = indentation;
	}

	/**
	 * Return the word for it.
	 * @return {@code sql} or {@code java}
	 */
	public String word() {
		return this.extension;
	}

	/**
	 * Return the name of the template, beside the revisions and in the library.
	 * @return the name of a file
	 */
	String templateName() {
		return "script." + this.extension + ".mustache";
	}

	/**
	 * Return how the name of a file ends.
	 * @return the ending with its dot
	 */
	String suffix() {
		return "." + this.extension;
	}

	/**
	 * Return what stands before each line of a body but the first, before which it stands
	 * in the template.
	 * @return spaces or tabs
	 */
	String indentation() {
		return this.indentation;
	}

}
