package dev.limbeck.dialect;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A value of an enum type, and the names by which a statement that uses it is known.
 *
 * @param value the value
 * @param types the names of the type, and of types that are made of it
 * @param names the names of columns that may be of these types, and of routines; a
 * statement that has none of them, nor one of a type, does not use the value.
 * {@code null} if they are not known, so that to say the value is enough
 * @since 0.1.0
 */
public record EnumValue(String value, Set<String> types, @Nullable Set<String> names) {

	/**
	 * Create an enum value.
	 * @param value the value
	 * @param types the names of the type, and of types that are made of it
	 * @param names the names of columns that may be of these types, and of routines
	 */
	public EnumValue {
		types = Set.copyOf(types);
		names = (names != null) ? Set.copyOf(names) : null;
	}

}
