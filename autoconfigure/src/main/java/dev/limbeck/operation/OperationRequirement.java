package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What must hold of the parts of an operation.
 */
final class OperationRequirement {

	private OperationRequirement() {
	}

	static void text(String field, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new InvalidOperationException(field, "is missing or blank");
		}
	}

	static void textIfAny(String field, @Nullable String value) {
		if (value != null) {
			text(field, value);
		}
	}

	// operations are made by callers that the compiler does not check for nulls
	static void present(String field, @Nullable Object value) {
		if (value == null) {
			throw new InvalidOperationException(field, "is missing");
		}
	}

	static void nameOr(String field, @Nullable String name, @Nullable Object definition) {
		if (name != null || definition == null) {
			text(field, name);
		}
	}

	static <T> List<T> list(String field, @Nullable Collection<T> values) {
		if (values == null || values.stream().anyMatch((value) -> value == null)) {
			throw new InvalidOperationException(field, "is missing or has a null in it");
		}
		return List.copyOf(values);
	}

	static <T> List<T> filled(String field, @Nullable Collection<T> values) {
		List<T> list = list(field, values);
		if (list.isEmpty()) {
			throw new InvalidOperationException(field, "is empty");
		}
		return list;
	}

	static List<@Nullable Object> values(String field, @Nullable List<@Nullable Object> values) {
		if (values == null) {
			throw new InvalidOperationException(field, "is missing");
		}
		return Collections.unmodifiableList(new ArrayList<>(values));
	}

}
