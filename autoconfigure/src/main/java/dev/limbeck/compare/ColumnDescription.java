package dev.limbeck.compare;

import java.util.StringJoiner;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets its values from, as a report says it.
 */
final class ColumnDescription {

	private ColumnDescription() {
	}

	static String quoted(@Nullable Object value) {
		return (value != null) ? "'" + value + "'" : "none";
	}

	static String of(Column column) {
		StringBuilder text = new StringBuilder(column.type().toString());
		text.append((column.collation() != null) ? " collation " + column.collation() : "");
		text.append(column.nullable() ? "" : " not null");
		text.append((column.serverDefault() != null) ? " default " + of(column.serverDefault()) : "");
		text.append((column.generated() != null) ? " generated as " + of(column.generated()) : "");
		text.append((column.identity() != null) ? " identity " + of(column.identity()) : "");
		return text.toString();
	}

	static String of(SequenceOptions options) {
		StringJoiner text = new StringJoiner(", ");
		append(text, "start", options.start());
		append(text, "increment", options.increment());
		append(text, "minimum", options.minimum());
		append(text, "maximum", options.maximum());
		append(text, "cache", options.cache());
		append(text, "cycle", options.cycle());
		return text.toString();
	}

	private static void append(StringJoiner text, String option, @Nullable Object value) {
		if (value != null) {
			text.add(option + " " + value);
		}
	}

	static String of(@Nullable ServerDefault serverDefault) {
		if (serverDefault == null) {
			return "none";
		}
		return (serverDefault instanceof SqlExpression expression) ? expression.sql() : serverDefault.toString();
	}

	static String of(@Nullable Generated generated) {
		return (generated != null) ? "(" + generated.expression() + ")" + (generated.stored() ? "" : " virtual")
				: "none";
	}

	static String of(@Nullable Identity identity) {
		if (identity == null) {
			return "none";
		}
		String options = CounterChange.ofNew(identity.options()).toString();
		return (identity.always() ? "always" : "by default") + (options.isEmpty() ? "" : " (" + options + ")");
	}

}
