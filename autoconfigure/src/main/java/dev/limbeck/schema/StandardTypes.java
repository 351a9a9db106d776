package dev.limbeck.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The types that PostgreSQL has of its own, and their spellings.
 */
final class StandardTypes {

	static final String SCHEMA = "pg_catalog";

	private static final Map<String, String> CANONICAL = canonical();

	private StandardTypes() {
	}

	private static Map<String, String> canonical() {
		Map<String, String> names = new HashMap<>();
		for (List<String> spellings : List.of(List.of("smallint", "int2"), List.of("integer", "int", "int4"),
				List.of("bigint", "int8"), List.of("numeric", "decimal", "dec"), List.of("real", "float4"),
				List.of("double precision", "float8"), List.of("boolean", "bool"),
				List.of("varchar", "character varying", "char varying", "national character varying",
						"national char varying", "nchar varying"),
				List.of("char", "character", "nchar", "national character", "national char"), List.of("bit"),
				List.of("varbit", "bit varying"), List.of("time", "time without time zone"),
				List.of("timetz", "time with time zone"), List.of("timestamp", "timestamp without time zone"),
				List.of("timestamptz", "timestamp with time zone"), List.of("smallserial", "serial2"),
				List.of("serial", "serial4"), List.of("bigserial", "serial8"), List.of("interval"))) {
			spellings.forEach((spelling) -> names.put(spelling, spellings.get(0)));
		}
		addOthers(names);
		addIntervals(names);
		return Map.copyOf(names);
	}

	private static void addOthers(Map<String, String> names) {
		for (String name : List.of("bpchar", "text", "bytea", "date", "uuid", "json", "jsonb", "jsonpath", "xml",
				"inet", "cidr", "macaddr", "macaddr8", "tsvector", "tsquery", "money", "oid", "name", "point", "line",
				"lseg", "box", "path", "polygon", "circle", "int4range", "int8range", "numrange", "tsrange",
				"tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange", "tsmultirange",
				"tstzmultirange", "datemultirange", "regclass", "regtype", "regproc", "regrole", "regnamespace",
				"pg_lsn", "pg_snapshot", "txid_snapshot", "xid", "xid8")) {
			names.put(name, name);
		}
	}

	private static void addIntervals(Map<String, String> names) {
		for (String fields : List.of("year", "month", "day", "hour", "minute", "second", "year to month", "day to hour",
				"day to minute", "day to second", "hour to minute", "hour to second", "minute to second")) {
			names.put("interval " + fields, "interval " + fields);
		}
	}

	static boolean isStandard(String name) {
		return name.equals(CANONICAL.get(name));
	}

	// The catalog has a type "char" of one byte, which is not the char of SQL
	static @Nullable String canonicalName(@Nullable String schema, String name, List<String> arguments) {
		if (schema != null && name.equals("char")) {
			return null;
		}
		if (name.equals("bpchar") && !arguments.isEmpty()) {
			return "char";
		}
		if (name.equals("float")) {
			boolean single = !arguments.isEmpty() && Integer.parseInt(arguments.get(0)) <= 24;
			return single ? "real" : "double precision";
		}
		return CANONICAL.get(name);
	}

	static List<String> canonicalArguments(String name, List<String> arguments) {
		return switch (name) {
			case "numeric" -> (arguments.size() == 1) ? List.of(arguments.get(0), "0") : arguments;
			case "char", "bit" -> arguments.isEmpty() ? List.of("1") : arguments;
			case "real", "double precision" -> List.of();
			default -> arguments;
		};
	}

}
