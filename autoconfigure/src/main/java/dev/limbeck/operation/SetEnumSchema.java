package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Move an enum type into another schema.
 *
 * @param type the enum type
 * @param schema the schema; {@code null} means the one in which the connection would
 * create it
 * @since 0.1.0
 */
public record SetEnumSchema(QualifiedName type, @Nullable String schema) implements EnumOperation {

	/**
	 * Create a set enum type schema.
	 * @param type the enum type
	 * @param schema the schema; {@code null} means the one in which the connection would
	 * create it
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public SetEnumSchema {
		OperationRequirement.present("type", type);
		OperationRequirement.textIfAny("schema", schema);
	}

	@Override
	public @Nullable Operation inverse() {
		return new SetEnumSchema(QualifiedName.of(this.schema, this.type.name()), this.type.schema());
	}

	@Override
	public <R> R accept(EnumOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
