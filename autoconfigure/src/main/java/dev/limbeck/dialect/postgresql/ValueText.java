package dev.limbeck.dialect.postgresql;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.Json;
import org.jspecify.annotations.Nullable;

/**
 * Values as the input functions of PostgreSQL's types read them.
 */
final class ValueText {

	private ValueText() {
	}

	static String of(Object value) {
		if (value instanceof CharSequence || value instanceof Character || value instanceof Boolean
				|| value instanceof UUID || value instanceof URI) {
			return value.toString();
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof Json json) {
			return json.text();
		}
		if (value instanceof byte[] bytes) {
			return "\\x" + HexFormat.of().formatHex(bytes);
		}
		if (value instanceof InetAddress address) {
			return address.getHostAddress();
		}
		if (value instanceof Collection<?> elements) {
			return array(elements.toArray());
		}
		if (value.getClass().isArray()) {
			return array(boxed(value));
		}
		String temporal = TemporalText.of(value);
		if (temporal == null) {
			throw unknown(value);
		}
		return temporal;
	}

	private static String number(Number number) {
		if (number instanceof Byte || number instanceof Short || number instanceof Integer || number instanceof Long
				|| number instanceof BigInteger || number instanceof BigDecimal || number instanceof Double
				|| number instanceof Float || number instanceof AtomicInteger || number instanceof AtomicLong) {
			return number.toString();
		}
		throw unknown(number);
	}

	private static @Nullable Object[] boxed(Object array) {
		@Nullable Object[] elements = new Object[Array.getLength(array)];
		for (int i = 0; i < elements.length; i++) {
			elements[i] = Array.get(array, i);
		}
		return elements;
	}

	private static String array(@Nullable Object[] elements) {
		return Stream.of(elements).map(ValueText::element).collect(Collectors.joining(",", "{", "}"));
	}

	private static String element(@Nullable Object element) {
		if (element == null) {
			return "NULL";
		}
		boolean nested = element instanceof Collection<?>
				|| (element.getClass().isArray() && !(element instanceof byte[]));
		String text = of(element);
		return nested ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	private static UnwritableOperationException unknown(Object value) {
		return new UnwritableOperationException(
				"There is no literal for a value of " + value.getClass().getName() + ".",
				"Give text, a number, a date or time, a UUID, bytes, a list of those, or Json.of(…) or SqlExpression.sql(…).");
	}

}
