package dev.limbeck.compare;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the default of a column is the one that is wanted.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DefaultComparator {

	/**
	 * Tell whether a default differs.
	 * @param table the table
	 * @param database the column in the database
	 * @param target the column in the target, with its default as the database would
	 * print it
	 * @return whether it does, {@code null} to leave the decision to the next one
	 */
	@Nullable Boolean differs(QualifiedName table, Column database, Column target);

}
