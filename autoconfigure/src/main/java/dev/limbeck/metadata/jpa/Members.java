package dev.limbeck.metadata.jpa;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Finds the annotations of an attribute, on its field or its getter, in the class or in
 * one that it extends.
 */
final class Members {

	private Members() {
	}

	static <A extends Annotation> @Nullable A annotation(Class<?> type, String attribute, Class<A> annotation) {
		return find(type, attribute).stream()
			.map((member) -> member.getAnnotation(annotation))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static List<AnnotatedElement> find(Class<?> type, String attribute) {
		String suffix = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
		List<String> getters = List.of(attribute, "get" + suffix, "is" + suffix);
		List<AnnotatedElement> members = new ArrayList<>();
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			for (Field field : current.getDeclaredFields()) {
				if (field.getName().equals(attribute)) {
					members.add(field);
				}
			}
			for (Method method : current.getDeclaredMethods()) {
				if (method.getParameterCount() == 0 && getters.contains(method.getName())) {
					members.add(method);
				}
			}
		}
		return members;
	}

}
