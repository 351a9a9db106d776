package dev.limbeck.script.render;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names in sources of Kotlin.
 *
 * @since 0.1.0
 */
public final class KotlinNames {

	/** The hard keywords that are none in Java. */
	private static final Set<String> KEYWORDS = Set.of("as", "fun", "in", "is", "object", "typealias", "typeof", "val",
			"var", "when");

	private KotlinNames() {
	}

	static boolean isKeyword(String name) {
		return KEYWORDS.contains(name);
	}

	/**
	 * Return the name of a package as it is written.
	 * @param name the name
	 * @return the name, of which the parts that are keywords are quoted
	 */
	public static String ofPackage(String name) {
		return Arrays.stream(name.split("\\."))
			.map((part) -> isKeyword(part) ? "`" + part + "`" : part)
			.collect(Collectors.joining("."));
	}

	/**
	 * Return the inside of a string literal.
	 * @param text the text
	 * @return the text without anything that would end the literal or begin a template
	 */
	public static String escape(String text) {
		return JavaNames.escape(text).replace("$", "\\$");
	}

}
