package dev.limbeck.script.render;

import java.util.List;

/**
 * The syntax of Kotlin.
 */
final class KotlinSyntax implements Syntax {

	@Override
	public String construct(String type, String arguments) {
		return type + "(" + arguments + ")";
	}

	@Override
	public String list(JavaImports imports, List<String> elements) {
		return "listOf(" + String.join(", ", elements) + ")";
	}

	@Override
	public String set(JavaImports imports, List<String> elements) {
		return "setOf(" + String.join(", ", elements) + ")";
	}

	@Override
	public String values(JavaImports imports, List<String> elements) {
		return elements.isEmpty() ? "listOf<Any?>()" : list(imports, elements);
	}

	@Override
	public String map(JavaImports imports, List<List<String>> entries) {
		return "mapOf(" + String.join(", ", entries.stream().map((entry) -> String.join(" to ", entry)).toList()) + ")";
	}

	@Override
	public String nullArgument() {
		return "null as Any?";
	}

	@Override
	public String number(Class<?> type, String number) {
		boolean integral = type == Short.class || type == Byte.class;
		return (integral ? "(" + number + ")" : JavaLiterals.quote(number)) + ".to" + type.getSimpleName() + "()";
	}

	@Override
	public String call(String name, List<String> arguments, String parameter, String body) {
		return name + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
				+ (body.isEmpty() ? " { }" : " { " + parameter + " -> " + body + " }");
	}

	@Override
	public String block(String name, String parameter, String statements) {
		return name + " { " + parameter + " ->\n" + statements + "}";
	}

	@Override
	public boolean isReserved(String name) {
		return JavaNames.isReserved(name) || KotlinNames.isKeyword(name);
	}

	@Override
	public String statement(String expression) {
		return expression;
	}

	// A dollar sign stands in strings only, where it would begin a template, and a tab
	// only before a line
	@Override
	public String finish(String statement) {
		return statement.replace("$", "\\$")
			.replace("String.join(\"\", ", "java.lang.String.join(\"\", ")
			.replace("\t", "    ");
	}

}
