package dev.limbeck.dialect;

import java.util.List;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What a name is made of.
 *
 * @param kind the kind of thing that is named
 * @param table the table
 * @param columns the columns
 * @param referredTable the table that a foreign key refers to
 * @param referredColumns the columns that it refers to
 * @param constraintName what stands for the name of a check
 */
record NameParts(String kind, String table, List<String> columns, @Nullable String referredTable,
		List<String> referredColumns, @Nullable String constraintName) {

	static NameParts of(String kind, QualifiedName table, List<String> columns) {
		return new NameParts(kind, table.name(), columns, null, List.of(), null);
	}

}
