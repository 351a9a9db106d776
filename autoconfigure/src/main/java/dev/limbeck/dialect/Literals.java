package dev.limbeck.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Writes values as literals. All values that become part of a statement go through here.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Literals {

	/**
	 * Return a value as it stands in SQL.
	 * @param value the value; {@code null} is SQL's null
	 * @return the literal
	 * @throws UnwritableOperationException if the database has no literal for it
	 */
	String literal(@Nullable Object value);

}
