package dev.limbeck.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from.
 */
interface StatementSource {

	/**
	 * Return the place of a character.
	 * @param offset its index in the text that the statement is a part of
	 * @return the position
	 */
	SourcePosition positionOf(int offset);

	/**
	 * Return the operation that became the statement.
	 * @return its name, {@code null} if the statement was written as it is
	 */
	default @Nullable String operation() {
		return null;
	}

}
