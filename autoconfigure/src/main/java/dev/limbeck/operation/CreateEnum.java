package dev.limbeck.operation;

import dev.limbeck.schema.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Create an enum type.
 *
 * @param type the enum type
 * @since 0.1.0
 */
public record CreateEnum(EnumType type) implements EnumOperation {

	/**
	 * Create a create enum.
	 * @param type the enum type
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateEnum {
		OperationRequirement.present("type", type);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropEnum(this.type.name(), false, false, this.type);
	}

	@Override
	public <R> R accept(EnumOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
