package dev.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What must hold of the parts of a schema.
 */
final class Requirement {

	private Requirement() {
	}

	static void text(String field, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new InvalidSchemaException(field, "is missing or blank");
		}
	}

	static void textIfAny(String field, @Nullable String value) {
		if (value != null) {
			text(field, value);
		}
	}

	// records are made by callers that the compiler does not check for nulls
	static void present(String field, @Nullable Object value) {
		if (value == null) {
			throw new InvalidSchemaException(field, "is missing");
		}
	}

	static <T> List<T> list(String field, @Nullable Collection<T> values) {
		if (values == null || hasNull(values)) {
			throw new InvalidSchemaException(field, "is missing or has a null in it");
		}
		return List.copyOf(values);
	}

	private static boolean hasNull(Collection<?> values) {
		for (Object value : values) {
			if (value == null) {
				return true;
			}
		}
		return false;
	}

	static <T> List<T> filled(String field, @Nullable Collection<T> values) {
		List<T> list = list(field, values);
		if (list.isEmpty()) {
			throw new InvalidSchemaException(field, "is empty");
		}
		return list;
	}

	static List<String> names(String field, @Nullable Collection<String> names) {
		List<String> list = list(field, names);
		list.forEach((name) -> text(field, name));
		distinct(field, list);
		return list;
	}

	static List<String> filledNames(String field, @Nullable Collection<String> names) {
		filled(field, names);
		return names(field, names);
	}

	static <T> void distinct(String field, List<T> names) {
		Set<T> seen = new HashSet<>();
		for (T name : names) {
			if (!seen.add(name)) {
				throw new InvalidSchemaException(field, "has '" + name + "' twice");
			}
		}
	}

	static <T> Map<String, T> map(String field, @Nullable Map<String, T> values) {
		if (values == null) {
			throw new InvalidSchemaException(field, "is missing");
		}
		values.keySet().forEach((key) -> text(field, key));
		return Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

}
