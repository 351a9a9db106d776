package dev.limbeck.script.render;

import javax.lang.model.SourceVersion;

/**
 * Names in Java.
 */
public final class JavaNames {

	private JavaNames() {
	}

	static boolean isReserved(String word) {
		return SourceVersion.isKeyword(word) || word.equals("var") || word.equals("record") || word.equals("yield");
	}

	/**
	 * Return whether a package can have a name.
	 * @param name the name with its dots
	 * @return whether it is one
	 */
	public static boolean isPackage(String name) {
		return SourceVersion.isName(name);
	}

	/**
	 * Return the name of a class.
	 * @param prefix what it begins with
	 * @param id what makes it unique
	 * @param words the words that follow, each to begin with a capital letter
	 * @return the name
	 */
	public static String ofClass(String prefix, String id, Iterable<String> words) {
		StringBuilder name = new StringBuilder(prefix);
		append(name, id, false);
		words.forEach((word) -> append(name, word, true));
		return name.toString();
	}

	private static void append(StringBuilder name, String word, boolean capital) {
		int first = name.length();
		word.codePoints().filter(Character::isJavaIdentifierPart).filter((each) -> each != '$').forEach((codePoint) -> {
			boolean start = capital && name.length() == first;
			name.appendCodePoint(start ? Character.toUpperCase(codePoint) : codePoint);
		});
	}

	/**
	 * Return the inside of a string literal.
	 * @param text the text
	 * @return the text, escaped
	 */
	public static String escape(String text) {
		return JavaLiterals.escape(text);
	}

}
