package dev.limbeck.dialect;

import java.util.List;

import dev.limbeck.schema.ColumnType;

/**
 * A type of values.
 *
 * @param type the type
 * @param labels its values, if it is an enum type or an array of one, and empty otherwise
 * @since 0.1.0
 */
public record ValueType(ColumnType type, List<String> labels) {

	/**
	 * Create a type of values.
	 * @param type the type
	 * @param labels its values, if it is an enum type
	 */
	public ValueType {
		labels = List.copyOf(labels);
	}

	/**
	 * Return a type that is no enum type.
	 * @param type the type
	 * @return the type
	 */
	public static ValueType of(ColumnType type) {
		return new ValueType(type, List.of());
	}

}
