package dev.limbeck.script.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The syntax of Java.
 */
final class JavaSyntax implements Syntax {

	@Override
	public String construct(String type, String arguments) {
		return "new " + type + "(" + arguments + ")";
	}

	@Override
	public String list(JavaImports imports, List<String> elements) {
		return imports.type(List.class) + ".of(" + String.join(", ", elements) + ")";
	}

	@Override
	public String set(JavaImports imports, List<String> elements) {
		return imports.type(Set.class) + ".of(" + String.join(", ", elements) + ")";
	}

	// A list of List.of has no null
	@Override
	public String values(JavaImports imports, List<String> elements) {
		if (!elements.contains("null")) {
			return list(imports, elements);
		}
		return imports.type(Arrays.class) + ".asList(" + ((elements.size() == 1) ? "(Object) " : "")
				+ String.join(", ", elements) + ")";
	}

	@Override
	public String map(JavaImports imports, List<List<String>> entries) {
		List<String> arguments = entries.stream().map((entry) -> String.join(", ", entry)).toList();
		if (arguments.size() <= 1) {
			return imports.type(Map.class) + ".of(" + String.join(", ", arguments) + ")";
		}
		String entry = imports.type(Map.class) + ".entry(";
		return imports.type(Map.class) + ".ofEntries(" + entry + String.join("), " + entry, arguments) + "))";
	}

	@Override
	public String nullArgument() {
		return "(Object) null";
	}

	@Override
	public String number(Class<?> type, String number) {
		String name = type.getSimpleName();
		boolean integral = type == Short.class || type == Byte.class;
		return name + ".valueOf("
				+ (integral ? "(" + name.toLowerCase(Locale.ROOT) + ") " + number : JavaLiterals.quote(number)) + ")";
	}

	@Override
	public String call(String name, List<String> arguments, String parameter, String body) {
		List<String> all = new ArrayList<>(arguments);
		all.add("(" + parameter + ") -> " + (body.isEmpty() ? "{\n\t\t}" : body));
		return name + "(" + String.join(", ", all) + ")";
	}

	@Override
	public String block(String name, String parameter, String statements) {
		return name + "((" + parameter + ") -> {\n" + statements + "})";
	}

	@Override
	public boolean isReserved(String name) {
		return JavaNames.isReserved(name);
	}

	@Override
	public String statement(String expression) {
		return expression + ";";
	}

	@Override
	public String finish(String statement) {
		return statement;
	}

}
