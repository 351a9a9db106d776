package dev.limbeck.dialect.postgresql;

import java.util.UUID;

import dev.limbeck.dialect.Literals;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as literals. Those of types that have but one meaning carry the type;
 * text, JSON and arrays do not, so that they become what the column is.
 */
final class PostgresqlLiterals implements Literals {

	private final PostgresqlNames names;

	PostgresqlLiterals(PostgresqlNames names) {
		this.names = names;
	}

	@Override
	public String literal(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		if (value instanceof Boolean bool) {
			return bool ? "TRUE" : "FALSE";
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof QualifiedName name) {
			return this.names.name(name);
		}
		if (value instanceof SqlExpression expression) {
			return SqlFragment.of("expression", expression.sql());
		}
		String quoted = PostgresqlText.quote(ValueText.of(value));
		if (value instanceof byte[]) {
			return quoted + "::bytea";
		}
		if (value instanceof UUID) {
			return quoted + "::uuid";
		}
		String type = TemporalText.typeOf(value);
		return (type != null) ? type + " " + quoted : quoted;
	}

	private static String number(Number number) {
		if (number instanceof Double value && !isPlain(value)) {
			return "'" + value + "'::double precision";
		}
		if (number instanceof Float value && !isPlain(value.doubleValue())) {
			return "'" + value + "'::real";
		}
		return ValueText.of(number);
	}

	// PostgreSQL reads a plain -0.0 as a numeric, which has no negative zero
	private static boolean isPlain(double value) {
		return Double.isFinite(value) && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0);
	}

}
