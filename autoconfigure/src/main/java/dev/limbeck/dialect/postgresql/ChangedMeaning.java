package dev.limbeck.dialect.postgresql;

/**
 * Proposes how a value is to be understood as one of another type, and says what has to
 * be decided.
 */
final class ChangedMeaning {

	private static final String ZONE = "The zone 'UTC' is a guess: write the one that the values are in.";

	private final ConversionExpression conversion;

	private final ConvertedType from;

	private final ConvertedType to;

	ChangedMeaning(ConversionExpression conversion) {
		this.conversion = conversion;
		this.from = conversion.from();
		this.to = conversion.to();
	}

	/**
	 * Tell whether there is a way to understand it that is better than by text.
	 * @return whether there is
	 */
	boolean isKnown() {
		TypeFamily source = this.from.family();
		TypeFamily target = this.to.family();
		boolean bytes = source == TypeFamily.BYTES || target == TypeFamily.BYTES;
		boolean object = (this.from.is("oid") && target == TypeFamily.TEXT)
				|| (this.to.is("oid") && source == TypeFamily.TEXT);
		boolean number = (source.isNumber() && (target == TypeFamily.BOOLEAN || target == TypeFamily.BITS))
				|| (source == TypeFamily.BITS && target.isNumber());
		return bytes || object || number || isOrdinal() || CastCatalog.context(this.from, this.to) != null;
	}

	// The number of an enum constant in Java is what a value was stored as, or will be
	private boolean isOrdinal() {
		return (this.from.isEnum() && this.to.family().isNumber())
				|| (this.to.isEnum() && this.from.family().isNumber());
	}

	private String ordinal(String operand) {
		String labels = "ARRAY[" + this.conversion.labels(this.from.isEnum() ? this.from : this.to) + "]";
		return this.from.isEnum() ? "pg_catalog.array_position(" + labels + ", " + operand + "::text) - 1"
				: "(" + labels + ")[" + operand + "::integer + 1]::" + type();
	}

	String expression(String operand) {
		if (isOrdinal()) {
			return ordinal(operand);
		}
		if (this.from.family() == TypeFamily.BYTES) {
			return ofBytes(operand);
		}
		if (this.to.family() == TypeFamily.BYTES) {
			return toBytes(operand);
		}
		if (this.from.is("oid")) {
			String text = "pg_catalog.convert_from(pg_catalog.lo_get(" + operand + "), 'UTF8')";
			return isText(this.to) ? text : text + "::" + type();
		}
		if (this.to.is("oid")) {
			return "pg_catalog.lo_from_bytea(0, pg_catalog.convert_to(" + text(operand) + ", 'UTF8'))";
		}
		if (this.to.is("boolean")) {
			return operand + " <> 0";
		}
		return (this.from.family() == TypeFamily.BITS || this.to.family() == TypeFamily.BITS) ? bits(operand)
				: zoned(operand);
	}

	private String ofBytes(String operand) {
		if (this.to.is("oid")) {
			return "pg_catalog.lo_from_bytea(0, " + operand + ")";
		}
		if (this.to.is("uuid")) {
			return "pg_catalog.encode(" + operand + ", 'hex')::uuid";
		}
		String text = "pg_catalog.convert_from(" + operand + ", 'UTF8')";
		return isText(this.to) ? text : text + "::" + type();
	}

	private String toBytes(String operand) {
		if (this.from.is("oid")) {
			return "pg_catalog.lo_get(" + operand + ")";
		}
		return this.from.is("uuid") ? "pg_catalog.uuid_send(" + operand + ")"
				: "pg_catalog.convert_to(" + text(operand) + ", 'UTF8')";
	}

	private String bits(String operand) {
		if (this.to.family() == TypeFamily.BITS) {
			String length = this.to.hasArguments() ? "(" + this.to.argument(0) + ")" : "(64)";
			return operand + "::bigint::bit" + length;
		}
		String number = this.from.is("bit") ? operand + "::bigint"
				: "pg_catalog.lpad(" + operand + "::text, 64, '0')::bit(64)::bigint";
		return this.to.is("bigint") ? number : number + "::" + type();
	}

	private String zoned(String operand) {
		if (isText(this.from)) {
			return operand + "::" + type();
		}
		if (this.to.is("timetz")) {
			String time = this.from.is("time") ? operand : "(" + operand + " AT TIME ZONE 'UTC')::time";
			return "(" + time + "::text || '+00')::" + type();
		}
		if (this.to.is("timestamptz")) {
			return operand + (this.from.is("date") ? "::timestamp" : "") + " AT TIME ZONE 'UTC'";
		}
		String local = operand + " AT TIME ZONE 'UTC'";
		return this.to.is("timestamp") ? local : "(" + local + ")::" + type();
	}

	private String text(String operand) {
		return isText(this.from) ? operand : operand + "::text";
	}

	private static boolean isText(ConvertedType type) {
		return type.family() == TypeFamily.TEXT;
	}

	private String type() {
		return this.conversion.typeOf(this.to);
	}

	String decision() {
		if (!isKnown() && !isText(this.from)) {
			return "PostgreSQL has no cast: the text of the one is read as the other.";
		}
		return known();
	}

	private String known() {
		if (isOrdinal()) {
			return "The values are taken to be numbered from 0 in the order that stands here.";
		}
		if (this.from.is("oid") || this.to.is("oid")) {
			return "An oid is the number of a large object. The expression reads or writes the object itself; if the "
					+ "column holds its number, cast it. Large objects that nothing refers to stay (lo_unlink).";
		}
		if (this.from.family() == TypeFamily.BYTES || this.to.family() == TypeFamily.BYTES) {
			return (this.from.is("uuid") || this.to.is("uuid"))
					? "Bytes say nothing of what they are: 16 of them are taken for a UUID."
					: "Bytes say nothing of their encoding: they are taken for text in UTF-8.";
		}
		if (this.to.is("boolean")) {
			return "Only 0 is taken for false, and any other number for true.";
		}
		if (this.from.family() == TypeFamily.BITS || this.to.family() == TypeFamily.BITS) {
			return "The bits are taken for a number in binary.";
		}
		return isText(this.from) ? "Text that names no time zone is read in that of the session." : ZONE;
	}

}
