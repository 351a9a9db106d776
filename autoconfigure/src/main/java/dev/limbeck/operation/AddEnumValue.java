package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Add a value to an enum type. It cannot be taken away again, nor be used in the
 * transaction that adds it.
 *
 * @param type the enum type
 * @param value the value
 * @param ifNotExists whether to do nothing if it has the value
 * @param before the value to put it before
 * @param after the value to put it behind
 * @since 0.1.0
 */
public record AddEnumValue(QualifiedName type, String value, boolean ifNotExists, @Nullable String before,
		@Nullable String after) implements EnumOperation {

	/**
	 * Create an add enum value.
	 * @param type the enum type
	 * @param value the value
	 * @param ifNotExists whether to do nothing if it has the value
	 * @param before the value to put it before
	 * @param after the value to put it behind
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public AddEnumValue {
		OperationRequirement.present("type", type);
		OperationRequirement.present("value", value);
		if (before != null && after != null) {
			throw new InvalidOperationException("before", "and 'after' exclude each other");
		}
	}

	@Override
	public <R> R accept(EnumOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
