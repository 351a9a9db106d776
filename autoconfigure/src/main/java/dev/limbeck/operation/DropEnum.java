package dev.limbeck.operation;

import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drop an enum type.
 *
 * @param type the enum type
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the type was like, if it is known
 * @since 0.1.0
 */
public record DropEnum(QualifiedName type, boolean ifExists, boolean cascade,
		@Nullable EnumType dropped) implements EnumOperation {

	/**
	 * Create a drop enum.
	 * @param type the enum type
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the type was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropEnum {
		OperationRequirement.present("type", type);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateEnum(this.dropped) : null;
	}

	@Override
	public <R> R accept(EnumOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
