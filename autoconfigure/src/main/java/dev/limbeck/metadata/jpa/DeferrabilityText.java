package dev.limbeck.metadata.jpa;

import dev.limbeck.schema.Deferrability;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a constraint is checked.
 */
final class DeferrabilityText {

	private DeferrabilityText() {
	}

	/**
	 * Read one clause.
	 * @param cursor where it is
	 * @param before what clauses before it said
	 * @return what holds now, or {@code null} if there is no such clause
	 */
	static @Nullable Deferrability read(SqlCursor cursor, Deferrability before) {
		if (cursor.accept("not deferrable")) {
			return Deferrability.NOT_DEFERRABLE;
		}
		if (cursor.accept("deferrable")) {
			return (before == Deferrability.INITIALLY_DEFERRED) ? before : Deferrability.INITIALLY_IMMEDIATE;
		}
		if (cursor.accept("initially deferred")) {
			return Deferrability.INITIALLY_DEFERRED;
		}
		return cursor.accept("initially immediate") ? before : null;
	}

}
