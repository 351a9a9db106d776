package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Rename a value of an enum type.
 *
 * @param type the enum type
 * @param value the value
 * @param newValue the new name of the value
 * @since 0.1.0
 */
public record RenameEnumValue(QualifiedName type, String value, String newValue) implements EnumOperation {

	/**
	 * Create a rename enum value.
	 * @param type the enum type
	 * @param value the value
	 * @param newValue the new name of the value
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RenameEnumValue {
		OperationRequirement.present("type", type);
		OperationRequirement.present("value", value);
		OperationRequirement.present("newValue", newValue);
	}

	@Override
	public @Nullable Operation inverse() {
		return new RenameEnumValue(this.type, this.newValue, this.value);
	}

	@Override
	public <R> R accept(EnumOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
