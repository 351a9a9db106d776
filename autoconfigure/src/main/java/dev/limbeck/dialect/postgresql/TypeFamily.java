package dev.limbeck.dialect.postgresql;

/**
 * Types that are converted alike.
 */
enum TypeFamily {

	INTEGER, NUMERIC, FLOAT, BOOLEAN, TEXT, BYTES, TEMPORAL, ZONED, INTERVAL, BITS, OTHER;

	static TypeFamily of(String name) {
		return switch (name) {
			case "smallint", "integer", "bigint", "oid" -> INTEGER;
			case "numeric" -> NUMERIC;
			case "real", "double precision" -> FLOAT;
			case "boolean" -> BOOLEAN;
			case "text", "varchar", "char", "bpchar", "name" -> TEXT;
			case "bytea" -> BYTES;
			case "date", "time", "timestamp" -> TEMPORAL;
			case "timetz", "timestamptz" -> ZONED;
			case "interval" -> INTERVAL;
			case "bit", "varbit" -> BITS;
			default -> OTHER;
		};
	}

	boolean isNumber() {
		return this == INTEGER || this == NUMERIC || this == FLOAT;
	}

}
