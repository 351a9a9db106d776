package dev.limbeck.script;

import org.jspecify.annotations.Nullable;

/**
 * The language that a revision is written in.
 *
 * @since 0.1.0
 */
public enum RevisionFormat {

	/** A file of SQL. */
	SQL("sql", "sql", "", null),

	/** A Java class. */
	JAVA("java", "java", "\t\t", SourceLanguage.JAVA),

	/** A Kotlin class. */
	KOTLIN("kotlin", "kt", "        ", SourceLanguage.KOTLIN);

	private final String word;

	private final String extension;

	private final String indentation;

	private final @Nullable SourceLanguage language;

	RevisionFormat(String word, String extension, String indentation, @Nullable SourceLanguage language) {
		this.word = word;
		this.extension = extension;
		this.indentation = indentation;
		this.language = language;
	}

	/**
	 * Return the word for it.
	 * @return {@code sql}, {@code java} or {@code kotlin}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Return the language of the source.
	 * @return the language, {@code null} for what is not compiled
	 */
	@Nullable SourceLanguage language() {
		return this.language;
	}

	/**
	 * Return the name of the template, beside the revisions and in the library.
	 * @return the name of a file
	 */
	String templateName() {
		return "script." + this.word + ".mustache";
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
