package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Set;

import dev.limbeck.dialect.ValueType;
import dev.limbeck.schema.ColumnType;

/**
 * A type that values are converted from or to, or that of the elements of an array.
 *
 * @param type the type, without dimensions
 * @param labels its values, if it is an enum type
 */
record ConvertedType(ColumnType type, List<String> labels) {

	static final int UNBOUNDED = Integer.MAX_VALUE;

	private static final Set<String> TIMED = Set.of("time", "timetz", "timestamp", "timestamptz", "interval");

	private static final int FULL_PRECISION = 6;

	private static final int BYTES = 4;

	static ConvertedType of(ValueType value) {
		return new ConvertedType(value.type().element(), value.labels());
	}

	/**
	 * Return the name of the type in the catalog of casts. A serial column has an integer
	 * type, and the fields of an interval are part of its precision.
	 * @return the name
	 */
	String name() {
		if (!this.type.isStandard()) {
			return this.type.name();
		}
		return switch (this.type.name()) {
			case "smallserial" -> "smallint";
			case "serial" -> "integer";
			case "bigserial" -> "bigint";
			default -> this.type.name().startsWith("interval") ? "interval" : this.type.name();
		};
	}

	TypeFamily family() {
		return this.type.isStandard() ? TypeFamily.of(name()) : TypeFamily.OTHER;
	}

	boolean is(String name) {
		return this.type.isStandard() && name().equals(name);
	}

	/**
	 * Return whether it is the same but for its arguments. A type without a schema may be
	 * in any.
	 * @param other the other
	 * @return whether it is
	 */
	boolean isLike(ConvertedType other) {
		String schema = this.type.schema();
		String otherSchema = other.type.schema();
		return name().equals(other.name()) && this.type.isStandard() == other.type.isStandard()
				&& (schema == null || otherSchema == null || schema.equals(otherSchema));
	}

	boolean isEnum() {
		return !this.labels.isEmpty();
	}

	/**
	 * Return whether nothing is known of it but its name.
	 * @return whether it is neither the database's own nor an enum type
	 */
	boolean isForeign() {
		return !this.type.isStandard() && !isEnum();
	}

	/**
	 * Return whether blanks at the end of a value say nothing.
	 * @return whether they are cut where it becomes another text
	 */
	boolean isPadded() {
		return is("char") || is("bpchar");
	}

	/**
	 * Return whether a value can be printed with blanks at its end that say something.
	 * @return whether it can, or nobody knows
	 */
	boolean mayEndInBlanks() {
		return isForeign() || (family() == TypeFamily.TEXT && !isPadded())
				|| this.labels.stream().anyMatch((label) -> label.endsWith(" "));
	}

	boolean hasArguments() {
		return !this.type.arguments().isEmpty();
	}

	int argument(int index) {
		return Integer.parseInt(this.type.arguments().get(index));
	}

	boolean keepsSecondsOf(ConvertedType other) {
		boolean allFields = this.type.name().equals(name());
		return fraction() >= other.fraction() && (allFields || this.type.name().equals(other.type.name()));
	}

	private int fraction() {
		return (TIMED.contains(name()) && hasArguments()) ? argument(0) : FULL_PRECISION;
	}

	/**
	 * Return the length of the longest text that a value is printed as.
	 * @return a number of characters
	 */
	int width() {
		if (isEnum()) {
			return this.labels.stream().mapToInt((label) -> label.codePointCount(0, label.length())).max().orElse(0);
		}
		if (!this.type.isStandard()) {
			return UNBOUNDED;
		}
		return switch (name()) {
			case "boolean" -> 5;
			case "smallint" -> 6;
			case "oid" -> 10;
			case "integer" -> 11;
			case "date" -> 13;
			case "real" -> 15;
			case "time" -> timed(15);
			case "macaddr" -> 17;
			case "bigint" -> 20;
			case "macaddr8" -> 23;
			case "double precision" -> 24;
			case "timetz" -> timed(24);
			case "timestamp" -> timed(29);
			case "int4range" -> 25;
			case "uuid" -> 36;
			case "point" -> 51;
			case "timestamptz" -> timed(38);
			case "inet", "cidr" -> 43;
			case "name" -> 63;
			case "interval" -> 70;
			case "numeric" -> hasArguments() ? numericWidth() : UNBOUNDED;
			case "varchar", "char", "bit", "varbit" -> hasArguments() ? argument(0) : UNBOUNDED;
			default -> UNBOUNDED;
		};
	}

	private int timed(int width) {
		return width - (FULL_PRECISION - fraction()) - ((fraction() == 0) ? 1 : 0);
	}

	/**
	 * Return how many bytes that text has at most. A label is a name, which has few
	 * enough.
	 * @return a number of bytes
	 */
	int bytes() {
		boolean ascii = this.type.isStandard() && family() != TypeFamily.TEXT;
		return (isEnum() || ascii || is("name") || width() == UNBOUNDED) ? width() : BYTES * width();
	}

	// A sign, a point, and a zero before it; or NaN
	private int numericWidth() {
		int scale = argument(1);
		int whole = Math.max(1, argument(0) - scale);
		return Math.max(3, 1 + whole + ((scale > 0) ? 1 + scale : 0));
	}

}
