package dev.limbeck.script.render;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The imports that a source needs.
 */
final class JavaImports {

	/** What the template uses itself. */
	private static final Set<String> TAKEN = Set.of("Operations", "MigrationScript", "Revision", "Override", "Object",
			"String", "Short", "Byte", "Character");

	private final Syntax syntax;

	private final Map<String, String> types = new HashMap<>();

	private final Set<String> statics = new TreeSet<>();

	JavaImports(Syntax syntax) {
		this.syntax = syntax;
	}

	Syntax syntax() {
		return this.syntax;
	}

	/**
	 * Return how a class is written.
	 * @param type the class
	 * @return its simple name, or the full one if another class has that
	 */
	String type(Class<?> type) {
		Class<?> outer = (type.getEnclosingClass() != null) ? type.getEnclosingClass() : null;
		if (outer != null) {
			return type(outer) + "." + type.getSimpleName();
		}
		String simple = type.getSimpleName();
		String name = type.getName();
		if (type.getPackageName().equals("java.lang")) {
			return simple;
		}
		if (TAKEN.contains(simple) || !name.equals(this.types.getOrDefault(simple, name))) {
			return name;
		}
		this.types.put(simple, name);
		return simple;
	}

	/**
	 * Return how a static method is written.
	 * @param type its class
	 * @param method its name
	 * @return the name
	 */
	String method(Class<?> type, String method) {
		this.statics.add(type.getName() + "." + method);
		return method;
	}

	Set<String> types() {
		return new TreeSet<>(this.types.values());
	}

	Collection<String> statics() {
		return this.statics;
	}

}
