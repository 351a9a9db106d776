package dev.limbeck.schema;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the name; {@code null} means that the naming convention gives one
 * @param columns the columns that refer
 * @param referredTable the table they refer to
 * @param referredColumns the columns they refer to
 * @param onDelete what a delete there does here
 * @param setOnDelete the columns that a delete sets, if not all
 * @param onUpdate what an update there does here
 * @param match what it makes of nulls
 * @param period whether the last column is a range that must be covered there
 * @param deferrability when it is checked
 * @param validated whether the rows that were there first have been checked
 * @param enforced whether it is checked at all
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record ForeignKey(@Nullable String name, List<String> columns, QualifiedName referredTable,
		List<String> referredColumns, ReferentialAction onDelete, List<String> setOnDelete, ReferentialAction onUpdate,
		MatchType match, boolean period, Deferrability deferrability, boolean validated, boolean enforced,
		@Nullable String comment) implements Constraint {

	/**
	 * Create a foreign key.
	 * @param name the name; {@code null} means that the naming convention gives one
	 * @param columns the columns that refer
	 * @param referredTable the table they refer to
	 * @param referredColumns the columns they refer to
	 * @param onDelete what a delete there does here
	 * @param setOnDelete the columns that a delete sets, if not all
	 * @param onUpdate what an update there does here
	 * @param match what it makes of nulls
	 * @param period whether the last column is a range that must be covered there
	 * @param deferrability when it is checked
	 * @param validated whether the rows that were there first have been checked
	 * @param enforced whether it is checked at all
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public ForeignKey {
		Requirement.textIfAny("name", name);
		columns = Requirement.filledNames("columns", columns);
		Requirement.present("referredTable", referredTable);
		referredColumns = Requirement.filledNames("referredColumns", referredColumns);
		if (columns.size() != referredColumns.size()) {
			throw new InvalidSchemaException("referredColumns",
					"are " + referredColumns.size() + " for " + columns.size() + " columns that refer to them");
		}
		Requirement.present("onDelete", onDelete);
		setOnDelete = Requirement.names("setOnDelete", setOnDelete);
		if (!setOnDelete.isEmpty() && onDelete != ReferentialAction.SET_NULL
				&& onDelete != ReferentialAction.SET_DEFAULT) {
			throw new InvalidSchemaException("setOnDelete", "applies to SET_NULL and SET_DEFAULT only");
		}
		Requirement.present("onUpdate", onUpdate);
		Requirement.present("match", match);
		Requirement.present("deferrability", deferrability);
		validated = validated && enforced;
	}

	/**
	 * Return a foreign key.
	 * @param name the name, {@code null} for the convention's
	 * @param columns the columns that refer
	 * @param referredTable the table they refer to
	 * @param referredColumns the columns they refer to
	 * @param definition says what else there is to say
	 * @return the foreign key
	 */
	public static ForeignKey of(@Nullable String name, List<String> columns, QualifiedName referredTable,
			List<String> referredColumns, Consumer<ForeignKeyBuilder> definition) {
		ForeignKeyBuilder builder = new ForeignKeyBuilder(name, columns, referredTable, referredColumns);
		definition.accept(builder);
		return builder.foreignKey();
	}

	@Override
	public ForeignKey withName(String name) {
		return new ForeignKey(name, this.columns, this.referredTable, this.referredColumns, this.onDelete,
				this.setOnDelete, this.onUpdate, this.match, this.period, this.deferrability, this.validated,
				this.enforced, this.comment);
	}

	@Override
	public <R> R accept(ConstraintVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
