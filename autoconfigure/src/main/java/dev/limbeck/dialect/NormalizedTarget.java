package dev.limbeck.dialect;

import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema that is wanted, in two spellings: as it was declared, and as the database
 * would print it. Both have the same objects, and all of them have a name.
 *
 * @param declared as it was declared, which is how it is written into revisions
 * @param normalized as the database would print it, which is what it is compared by
 * @param defaultSchema the schema that names without one are in, {@code null} if that is
 * not known
 * @since 0.1.0
 */
public record NormalizedTarget(Schema declared, Schema normalized, @Nullable String defaultSchema) {

	/**
	 * Return a target that was read from a database.
	 * @param inspected what was read there
	 * @return the target
	 */
	public static NormalizedTarget of(Schema inspected) {
		return new NormalizedTarget(inspected, inspected, null);
	}

}
