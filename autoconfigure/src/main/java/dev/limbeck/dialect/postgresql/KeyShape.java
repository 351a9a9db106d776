package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * What the server compares two keys by. Within one CREATE TABLE it makes one of those
 * that are alike, whatever their names.
 *
 * @param columns the columns, in order
 * @param include the columns that are only stored
 * @param nullsNotDistinct whether two nulls are the same
 * @param period whether the last column is a range
 * @param deferrability when it is checked
 */
record KeyShape(List<String> columns, List<String> include, boolean nullsNotDistinct, boolean period,
		Deferrability deferrability) {

	static KeyShape of(UniqueConstraint unique) {
		return new KeyShape(unique.columns(), unique.include(), unique.nullsNotDistinct(), unique.withoutOverlaps(),
				unique.deferrability());
	}

	private static KeyShape of(PrimaryKey key) {
		return new KeyShape(key.columns(), key.include(), false, key.withoutOverlaps(), key.deferrability());
	}

	boolean isBefore(UniqueConstraint constraint, Table table) {
		if (table.primaryKey() != null && equals(of(table.primaryKey()))) {
			return true;
		}
		List<UniqueConstraint> all = table.uniqueConstraints();
		return all.subList(0, all.indexOf(constraint)).stream().map(KeyShape::of).anyMatch(this::equals);
	}

}
