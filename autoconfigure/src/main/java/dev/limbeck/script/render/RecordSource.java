package dev.limbeck.script.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Any record as a call of its constructor: what there is no shorter way to say.
 *
 * @param imports the imports of the source
 * @param literals the values that are no records
 */
record RecordSource(JavaImports imports, JavaLiterals literals) {

	/**
	 * Return a record.
	 * @param value the record
	 * @return an expression, {@code null} if it, or something in it, cannot be written
	 */
	@Nullable String of(Object value) {
		Class<?> type = value.getClass();
		if (!Modifier.isPublic(type.getModifiers())) {
			return null;
		}
		List<String> arguments = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			String argument = argument(component, read(component, value));
			if (argument == null) {
				return null;
			}
			arguments.add(argument);
		}
		return this.imports.syntax().construct(this.imports.type(type), String.join(", ", arguments));
	}

	private static @Nullable Object read(RecordComponent component, Object value) {
		try {
			Method accessor = component.getAccessor();
			accessor.setAccessible(true);
			return accessor.invoke(value);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable String argument(RecordComponent component, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return map(map);
		}
		if (value instanceof Set<?> elements) {
			return set(elements);
		}
		if (value instanceof Collection<?> elements && elements.isEmpty()) {
			return this.imports.syntax().list(this.imports, List.of());
		}
		if (value instanceof Long && component.getType() == Long.class) {
			return value + "L";
		}
		return this.literals.value(value);
	}

	// Sets have no order, and what is written has to be the same each time
	private @Nullable String set(Set<?> set) {
		List<String> elements = this.literals.arguments(set);
		return (elements != null) ? this.imports.syntax().set(this.imports, elements.stream().sorted().toList()) : null;
	}

	// Entries keep their order
	private @Nullable String map(Map<?, ?> map) {
		List<List<String>> entries = new ArrayList<>();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			String key = this.literals.value(entry.getKey());
			String value = this.literals.value(entry.getValue());
			if (key == null || value == null) {
				return null;
			}
			entries.add(List.of(key, value));
		}
		return this.imports.syntax().map(this.imports, entries);
	}

}
