package dev.limbeck.runtime;

import dev.limbeck.dialect.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from.
 */
interface StatementOrigin {

	/**
	 * Return the place of a character.
	 * @param offset its index in the text that the statement is a part of
	 * @return the position
	 */
	SourcePosition positionOf(int offset);

	/**
	 * Return a statement as it may be shown.
	 * @param statement a statement of this source
	 * @return the statement without the values of placeholders
	 */
	default SqlStatement shown(SqlStatement statement) {
		return statement;
	}

	/**
	 * Return what a server said as it may be shown.
	 * @param said a text of the server about a statement of this source
	 * @return the text without the values of placeholders
	 */
	default String shown(String said) {
		return said;
	}

	/**
	 * Return the operation that became the statement.
	 * @return its name, {@code null} if the statement was written as it is
	 */
	default @Nullable String operation() {
		return null;
	}

}
