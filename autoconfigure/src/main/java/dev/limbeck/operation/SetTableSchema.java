package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Move a table into another schema. Its indexes, its constraints and the sequences that
 * it owns go with it.
 *
 * @param table the table
 * @param schema the schema; {@code null} means the one in which the connection would
 * create it
 * @since 0.1.0
 */
public record SetTableSchema(QualifiedName table, @Nullable String schema) implements TableOperation {

	/**
	 * Create a set table schema.
	 * @param table the table
	 * @param schema the schema; {@code null} means the one in which the connection would
	 * create it
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public SetTableSchema {
		OperationRequirement.present("table", table);
		OperationRequirement.textIfAny("schema", schema);
	}

	@Override
	public @Nullable Operation inverse() {
		return new SetTableSchema(QualifiedName.of(this.schema, this.table.name()), this.table.schema());
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
