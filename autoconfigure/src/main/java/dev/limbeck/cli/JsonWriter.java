package dev.limbeck.cli;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

import dev.limbeck.text.HarmlessText;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON, indented. Values are maps with keys of strings, collections, strings,
 * numbers, booleans and {@code null}.
 */
final class JsonWriter {

	private final StringBuilder text = new StringBuilder();

	private JsonWriter() {
	}

	static String write(@Nullable Object value) {
		JsonWriter json = new JsonWriter();
		json.append(value, "\n");
		return json.text.toString();
	}

	private void append(@Nullable Object value, String lineStart) {
		if (value instanceof Map<?, ?> map) {
			appendObject(map, lineStart);
		}
		else if (value instanceof Collection<?> values) {
			appendArray(values, lineStart);
		}
		else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
			this.text.append(value);
		}
		else if (value instanceof String string) {
			appendString(string);
		}
		else {
			throw new IllegalArgumentException("Not a value of JSON: " + value.getClass());
		}
	}

	private void appendObject(Map<?, ?> map, String lineStart) {
		this.text.append('{');
		String memberStart = lineStart + "  ";
		Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
		while (members.hasNext()) {
			Map.Entry<?, ?> member = members.next();
			this.text.append(memberStart);
			appendString((String) member.getKey());
			this.text.append(": ");
			append(member.getValue(), memberStart);
			this.text.append(members.hasNext() ? "," : lineStart);
		}
		this.text.append('}');
	}

	private void appendArray(Collection<?> values, String lineStart) {
		boolean nested = values.stream().anyMatch((value) -> value instanceof Map || value instanceof Collection);
		String elementStart = (nested) ? lineStart + "  " : "";
		this.text.append('[');
		Iterator<?> elements = values.iterator();
		while (elements.hasNext()) {
			this.text.append(elementStart);
			append(elements.next(), elementStart);
			if (elements.hasNext()) {
				this.text.append(nested ? "," : ", ");
			}
		}
		this.text.append(nested ? lineStart : "").append(']');
	}

	private void appendString(String string) {
		this.text.append('"');
		string.chars().forEach(this::appendCharacter);
		this.text.append('"');
	}

	// Surrogates are always escaped, so that a lone one does no harm
	private void appendCharacter(int c) {
		switch (c) {
			case '"' -> this.text.append("\\\"");
			case '\\' -> this.text.append("\\\\");
			case '\n' -> this.text.append("\\n");
			case '\r' -> this.text.append("\\r");
			case '\t' -> this.text.append("\\t");
			default -> {
				if (HarmlessText.isHarmless(c)) {
					this.text.append((char) c);
				}
				else {
					this.text.append("\\u%04x".formatted(c));
				}
			}
		}
	}

}
