package dev.limbeck.dialect.postgresql;

import java.math.BigInteger;
import java.util.Set;

import dev.limbeck.dialect.ConversionClass;
import org.jspecify.annotations.Nullable;

/**
 * Writes the query for rows whose values fail to become those of another type or, where
 * some change without a word, would not come back as they were. Where no condition says
 * so, a function of the session tries it.
 *
 * @param forth how values become those of the other type
 * @param back how they come back
 */
record ConversionQuery(ConversionExpression forth, ConversionExpression back) {

	private static final Set<String> COMPARABLE = Set.of("uuid", "jsonb", "inet", "cidr", "macaddr", "macaddr8",
			"tsvector");

	String of(ConversionClass kind, String table, String column) {
		String start = (kind == ConversionClass.MAY_FAIL) ? "SELECT * FROM " : "SELECT count(*) FROM ";
		if (kind == ConversionClass.MEANING_CHANGES) {
			return start + table + " WHERE " + column + " IS NOT NULL";
		}
		String condition = condition(column);
		return (condition != null) ? start + table + " WHERE " + condition : remark(kind) + attempt(kind) + ";\n"
				+ start + table + " WHERE NOT pg_temp." + name(kind) + "(" + column + ")";
	}

	private @Nullable String condition(String column) {
		ConvertedType to = this.forth.to();
		boolean array = !this.forth.brackets().isEmpty();
		if (to.family() == TypeFamily.TEXT && !to.is("name")) {
			return array ? "EXISTS (SELECT FROM unnest(" + column + ") AS e WHERE " + unkept("e::text") + ")"
					: unkept(column + (isText() ? "" : "::text"));
		}
		if (to.isEnum()) {
			String labels = this.forth.labels(to);
			return array ? "NOT " + column + "::text[] <@ ARRAY[" + labels + "]"
					: column + (isText() ? "" : "::text") + " NOT IN (" + labels + ")";
		}
		return array ? null : numeric(column);
	}

	private String unkept(String text) {
		ConvertedType from = this.forth.from();
		ConvertedType to = this.forth.to();
		boolean cut = to.isPadded() && from.mayEndInBlanks();
		String tooLong = (from.width() > to.width()) ? "char_length(" + text + ") > " + to.width() : "";
		if (!cut) {
			return tooLong;
		}
		return text + " <> rtrim(" + text + ")" + (tooLong.isEmpty() ? "" : " OR " + tooLong);
	}

	private boolean isText() {
		return this.forth.from().family() == TypeFamily.TEXT;
	}

	private @Nullable String numeric(String column) {
		ConvertedType from = this.forth.from();
		ConvertedType to = this.forth.to();
		if (to.family() == TypeFamily.BITS && from.family() == TypeFamily.BITS) {
			return "length(" + column + ") " + (to.is("bit") ? "<>" : ">") + " " + to.width();
		}
		if (!from.family().isNumber()) {
			return (from.name().equals(to.name()) && from.family() != TypeFamily.OTHER)
					? column + " <> " + column + "::" + this.forth.typeOf(to) : null;
		}
		if (to.family() == TypeFamily.INTEGER) {
			return outside(column, IntegerRange.of(to.name()));
		}
		boolean exact = from.family() == TypeFamily.INTEGER || from.family() == TypeFamily.NUMERIC;
		return (to.is("numeric") && exact) ? inexact(column) : null;
	}

	private String outside(String column, IntegerRange range) {
		if (this.forth.from().family() == TypeFamily.INTEGER) {
			String number = column + (this.forth.from().is("oid") ? "::bigint" : "");
			return number + " NOT BETWEEN " + range.lowest() + " AND " + range.highest();
		}
		return column + " < " + range.lowest() + " OR " + column + " >= " + range.highest().add(BigInteger.ONE) + " OR "
				+ column + " <> round(" + column + ")";
	}

	private String inexact(String column) {
		int scale = this.forth.to().argument(1);
		String highest = "1e" + (this.forth.to().argument(0) - scale);
		if (this.forth.from().family() == TypeFamily.INTEGER) {
			String number = column + (this.forth.from().is("oid") ? "::bigint" : "") + "::numeric";
			return ((scale < 0) ? number + " <> round(" + number + ", " + scale + ") OR " : "") + "abs(" + number
					+ ") >= " + highest;
		}
		boolean rounds = !this.forth.from().hasArguments() || this.forth.from().argument(1) > scale;
		return (rounds ? column + " <> round(" + column + ", " + scale + ") OR " : "") + "abs(" + column + ") >= "
				+ highest + " AND " + column + " <> 'NaN'";
	}

	// What came back as text would be another text
	private String remark(ConversionClass kind) {
		return (kind == ConversionClass.LOSSY && (isText() || !isComparable()))
				? "-- what would only be spelled otherwise when it comes back counts, too\n" : "";
	}

	private static String name(ConversionClass kind) {
		return (kind == ConversionClass.MAY_FAIL) ? "is_possible" : "is_kept";
	}

	// What does not fail is kept, if under another spelling: 007 is 7
	private String attempt(ConversionClass kind) {
		String body = """

				DECLARE w %s; BEGIN w := %s; RETURN %s;
				EXCEPTION WHEN OTHERS THEN RETURN false; END""".formatted(type(this.forth.to()), this.forth.of("v"),
				(kind == ConversionClass.MAY_FAIL) ? "true" : same());
		return "CREATE OR REPLACE FUNCTION pg_temp." + name(kind) + "(v " + type(this.forth.from())
				+ ") RETURNS boolean LANGUAGE plpgsql AS " + PostgresqlText.dollarQuoted(body);
	}

	private String same() {
		String brackets = this.forth.brackets();
		String text = isComparable() ? "" : "::text" + brackets;
		String kept = (isText() && !this.forth.from().is("name")) ? "w::text" + brackets : this.back.of("w");
		return (text.isEmpty() ? kept : "(" + kept + ")" + text) + " IS NOT DISTINCT FROM v" + text;
	}

	private String type(ConvertedType type) {
		return this.forth.context().type(type.type()) + this.forth.brackets();
	}

	// Not every type has an operator of equality, and some have one for equal areas
	private boolean isComparable() {
		ConvertedType from = this.forth.from();
		return from.family() != TypeFamily.OTHER
				|| (from.type().isStandard() && (COMPARABLE.contains(from.name()) || from.name().endsWith("range")));
	}

}
