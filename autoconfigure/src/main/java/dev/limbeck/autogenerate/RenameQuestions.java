package dev.limbeck.autogenerate;

/**
 * Somebody who knows what has been renamed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RenameQuestions {

	/** Nobody is there who could be asked. */
	RenameQuestions NOBODY = (question) -> false;

	/**
	 * Ask.
	 * @param question a sentence, such as "Has the table 'users' been renamed to
	 * 'people'?"
	 * @return whether the answer is yes
	 */
	boolean isRenamed(String question);

}
