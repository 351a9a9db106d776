package dev.limbeck.schema;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name
 * @param type the type
 * @param nullable whether it may be null
 * @param serverDefault the default, if it has one
 * @param identity how it numbers rows, if it is an identity column
 * @param generated what it is computed from, if it is a generated column
 * @param collation the collation, if it is not that of the type
 * @param comment the comment, if it has one
 * @since 0.1.0
 */
public record Column(String name, ColumnType type, boolean nullable, @Nullable ServerDefault serverDefault,
		@Nullable Identity identity, @Nullable Generated generated, @Nullable QualifiedName collation,
		@Nullable String comment) {

	/**
	 * Create a column.
	 * @param name the name
	 * @param type the type
	 * @param nullable whether it may be null
	 * @param serverDefault the default, if it has one
	 * @param identity how it numbers rows, if it is an identity column
	 * @param generated what it is computed from, if it is a generated column
	 * @param collation the collation, if it is not that of the type
	 * @param comment the comment, if it has one
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Column {
		Requirement.text("column", name);
		Requirement.present("type of column " + name, type);
		int sources = ((serverDefault != null) ? 1 : 0) + ((identity != null) ? 1 : 0) + ((generated != null) ? 1 : 0);
		if (sources > 1) {
			throw new InvalidSchemaException("serverDefault",
					"of column '" + name + "', an identity and a generation expression exclude each other");
		}
		// the database sees to that anyway
		nullable = nullable && identity == null;
	}

	/**
	 * Return a column that may be null and has nothing but a type.
	 * @param name the name
	 * @param type the type
	 * @return the column
	 */
	public static Column of(String name, ColumnType type) {
		return new Column(name, type, true, null, null, null, null, null);
	}

	/**
	 * Return a column.
	 * @param name the name
	 * @param type the type
	 * @param definition says what else there is to say
	 * @return the column
	 */
	public static Column of(String name, ColumnType type, Consumer<ColumnBuilder> definition) {
		ColumnBuilder builder = new ColumnBuilder(name, type);
		definition.accept(builder);
		return builder.column();
	}

}
