package dev.limbeck.compare;

import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets its values from, as a report says it.
 */
final class ColumnText {

	private ColumnText() {
	}

	static String quoted(@Nullable Object value) {
		return (value != null) ? "'" + value + "'" : "none";
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
