package dev.limbeck.script.render;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Values as expressions of a source.
 */
final class JavaLiterals {

	/** A class file has no longer constant, in bytes. */
	private static final int LONGEST_CONSTANT = 60_000;

	private static final int PART = 20_000;

	private static final Map<Character, String> ESCAPES = Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r",
			'\t', "\\t");

	private final JavaImports imports;

	JavaLiterals(JavaImports imports) {
		this.imports = imports;
	}

	/**
	 * Return a string.
	 * @param text its text
	 * @return a literal, or several of them
	 */
	static String string(String text) {
		if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_CONSTANT) {
			return "String.join(\"\", " + String.join(",\n\t\t", parts(text).stream().map(JavaLiterals::quote).toList())
					+ ")";
		}
		String[] lines = text.split("(?<=\n)");
		return Arrays.stream(lines).map(JavaLiterals::quote).collect(Collectors.joining("\n\t\t+ "));
	}

	private static List<String> parts(String text) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int end = Math.min(text.length(), start + PART);
			parts.add(text.substring(start, end));
			start = end;
		}
		return parts;
	}

	static String quote(String text) {
		return '"' + escape(text) + '"';
	}

	/**
	 * Return the inside of a string literal.
	 * @param text the text
	 * @return the text without anything that would end the literal, or cannot be seen
	 */
	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			String escape = ESCAPES.get(character);
			boolean pair = Character.isHighSurrogate(character) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1));
			if (escape != null) {
				escaped.append(escape);
			}
			else if (pair) {
				escaped.append(character).append(text.charAt(++i));
			}
			else if (isVisible(character)) {
				escaped.append(character);
			}
			else {
				escaped.append("\\u%04x".formatted((int) character));
			}
		}
		return escaped.toString();
	}

	private static boolean isVisible(char character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
				false;
			default -> true;
		};
	}

	static String strings(Collection<String> texts) {
		return texts.stream().map(JavaLiterals::string).collect(Collectors.joining(", "));
	}

	String list(Collection<String> texts) {
		return this.imports.syntax().list(this.imports, texts.stream().map(JavaLiterals::string).toList());
	}

	/**
	 * Return a value.
	 * @param value the value
	 * @return an expression, {@code null} if there is none for values of its class
	 */
	@Nullable String value(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof CharSequence) {
			return string(value.toString());
		}
		if (value instanceof Boolean || value instanceof Integer) {
			return value.toString();
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Enum<?> constant) {
			return this.imports.type(constant.getDeclaringClass()) + "." + constant.name();
		}
		if (value instanceof TemporalAccessor || value instanceof Duration || value instanceof Period) {
			return this.imports.type(value.getClass()) + ".parse(" + quote(value.toString()) + ")";
		}
		return other(value);
	}

	private @Nullable String other(Object value) {
		if (value instanceof UUID) {
			return this.imports.type(UUID.class) + ".fromString(" + quote(value.toString()) + ")";
		}
		if (value instanceof URI) {
			return this.imports.type(URI.class) + ".create(" + quote(value.toString()) + ")";
		}
		if (value instanceof Character character) {
			return quote(character.toString());
		}
		if (value instanceof byte[] bytes) {
			return this.imports.type(HexFormat.class) + ".of().parseHex(" + string(HexFormat.of().formatHex(bytes))
					+ ")";
		}
		if (value instanceof Collection<?> elements) {
			return elements(elements);
		}
		if (value.getClass().isArray()) {
			List<@Nullable Object> elements = new ArrayList<>();
			for (int i = 0; i < Array.getLength(value); i++) {
				elements.add(Array.get(value, i));
			}
			return elements(elements);
		}
		return value.getClass().isRecord() ? new RecordSource(this.imports, this).of(value) : null;
	}

	private @Nullable String number(Number number) {
		if (number instanceof Long) {
			return number + "L";
		}
		if (number instanceof Short || number instanceof Byte || number instanceof Double || number instanceof Float) {
			return this.imports.syntax().number(number.getClass(), number.toString());
		}
		if (number instanceof BigDecimal || number instanceof BigInteger) {
			return this.imports.syntax().construct(this.imports.type(number.getClass()), quote(number.toString()));
		}
		return null;
	}

	private @Nullable String elements(Collection<?> elements) {
		List<String> values = new ArrayList<>();
		for (Object element : elements) {
			String value = value(element);
			if (value == null) {
				return null;
			}
			values.add(value);
		}
		return this.imports.syntax().values(this.imports, values);
	}

	/**
	 * Return values as the arguments of a method that takes any number of them.
	 * @param values the values
	 * @return the expressions, {@code null} if there is none for one of them
	 */
	@Nullable List<String> arguments(Collection<? extends @Nullable Object> values) {
		List<String> arguments = new ArrayList<>();
		for (Object value : values) {
			String argument = value(value);
			if (argument == null) {
				return null;
			}
			arguments.add(argument);
		}
		return (values.size() == 1 && arguments.get(0).equals("null")) ? List.of(this.imports.syntax().nullArgument())
				: arguments;
	}

}
