package dev.limbeck.dialect.postgresql;

import java.util.List;

import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * A constraint in the catalog, which knows columns by their numbers.
 *
 * @param table the table
 * @param name the name
 * @param kind {@code p} for a primary key, {@code u} for a unique constraint, {@code f}
 * for a foreign key, {@code c} for a check, {@code x} for an exclusion
 * @param columns the columns
 * @param index the index that the constraint owns, or refers to
 * @param deferrability when it is checked
 * @param validated whether the rows that were there first have been checked
 * @param enforced whether it is checked at all
 * @param noInherit whether tables that inherit do without it
 * @param period whether the last column is a range
 * @param reference what a foreign key refers to
 * @param condition the condition of a check
 * @param operators the operators of an exclusion
 * @param comment the comment, if it has one
 */
record CatalogConstraint(long table, String name, String kind, List<Integer> columns, long index,
		Deferrability deferrability, boolean validated, boolean enforced, boolean noInherit, boolean period,
		@Nullable Reference reference, @Nullable String condition, List<String> operators, @Nullable String comment) {

	boolean ownsIndex() {
		return this.kind.equals("p") || this.kind.equals("u") || this.kind.equals("x");
	}

	/**
	 * What a foreign key refers to.
	 *
	 * @param table the table
	 * @param name its name
	 * @param columns its columns
	 * @param onDelete what becomes of a row when the one that it refers to is deleted
	 * @param setOnDelete the columns that are set then, if not all
	 * @param onUpdate what becomes of a row when the one that it refers to is updated
	 * @param match what nulls mean
	 */
	record Reference(long table, QualifiedName name, List<Integer> columns, ReferentialAction onDelete,
			List<Integer> setOnDelete, ReferentialAction onUpdate, MatchType match) {

	}

}
