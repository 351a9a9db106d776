package dev.limbeck.dialect.postgresql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Types, and values at their edges as literals. Text has what every other type prints,
 * and what none reads.
 */
final class EdgeValues {

	static final List<String> LABELS = List.of("sad", "ok", "happy");

	private static final List<String> TEXTS = List.of("", "x", "x ", "ä", "0", "1", "-1", "7", "32768", "2147483648",
			"9223372036854775808", "1.5", "1.50", "12345.678", "0.1234567891234567", "1e+40", "NaN", "true", "false",
			"2026-02-28", "2026-02-28 12:34:56.789", "2026-02-28 12:34:56.789+02", "12:34:56.789", "12:34:56.789+02",
			"12:34+02", "1 mon", "a1b2c3d4-0000-4000-8000-00000000abcd", "{\"a\": 1, \"a\": 2}", "null", "10.1.2.3/8",
			"10.0.0.0/8", "08:00:2b:01:02:03", "10101010", "101", "happy", "b a a", "[1,4]", "(1.50,2)");

	private static final Map<String, List<String>> ALL = all();

	private EdgeValues() {
	}

	static List<String> types() {
		return List.copyOf(ALL.keySet());
	}

	static List<String> of(String type) {
		return ALL.get(type);
	}

	private static Map<String, List<String>> all() {
		Map<String, List<String>> values = new LinkedHashMap<>();
		numbers(values);
		values.put("boolean", List.of("true", "false"));
		texts(values);
		values.put("bytea", List.of("\\x", "\\x00ff", "\\x616263", "\\xa1b2c3d400004000800000000000abcd"));
		values.put("uuid", List.of("a1b2c3d4-0000-4000-8000-00000000abcd", "00000000-0000-0000-0000-000000000000"));
		values.put("json", List.of("{\"b\": 1, \"a\": [ ]}", "{\"a\": 1, \"a\": 2}", "1", "1.50", "null", "true",
				"\"x\"", "\"\\u0000\"", "\"" + "x".repeat(70) + "\""));
		values.put("jsonb", List.of("{\"b\": 1, \"a\": [ ]}", "1", "1.50", "null", "true", "\"x\"",
				"\"" + "x".repeat(70) + "\"", "12345678.123", "0.123456789123456789"));
		times(values);
		values.put("inet", List.of("10.1.2.3/8", "10.1.2.3", "::1", "10.0.0.0/8"));
		values.put("cidr", List.of("10.0.0.0/8", "::/0", "10.1.2.3/32"));
		values.put("macaddr", List.of("08:00:2b:01:02:03"));
		values.put("macaddr8", List.of("08:00:2b:01:02:03:04:05", "08:00:2b:ff:fe:01:02:03"));
		values.put("bit(8)", List.of("10101010", "00000000"));
		values.put("varbit", List.of("", "1", "10101010", "1010101011", "1".repeat(70)));
		values.put("tsvector", List.of("", "'a' 'b'", "'a':1 'b':2A", "'" + "x".repeat(70) + "'"));
		values.put("int4range", List.of("empty", "[1,5)", "(,)", "[-2147483648,2147483646)"));
		values.put("point", List.of("(1,2)", "(0.1,-3.5)", "(-2.2250738585072014e-308,-2.2250738585072014e-308)"));
		values.put("mood", LABELS);
		return values;
	}

	private static void numbers(Map<String, List<String>> values) {
		values.put("smallint", List.of("0", "1", "-1", "7", "-32768", "32767"));
		values.put("integer", List.of("0", "1", "-1", "7", "16777217", "-2147483648", "2147483647", "20260228"));
		values.put("bigint",
				List.of("0", "1", "-1", "7", "9007199254740993", "-9223372036854775808", "9223372036854775807"));
		values.put("numeric", List.of("0", "1", "-1", "1.5", "19.98765", "123456789012345678901234567890.123456789",
				"1e400", "1e-400", "NaN", "Infinity"));
		values.put("numeric(10,2)", List.of("0", "1", "1.50", "12.34", "12345678.91", "-99999999.99", "NaN"));
		values.put("numeric(12,4)", List.of("0", "1", "12.3456", "99999999.9999", "-99999999.9999", "NaN"));
		values.put("numeric(9,0)", List.of("0", "1", "-999999999", "999999999", "NaN"));
		values.put("real",
				List.of("0", "1", "1.5", "0.1", "16777216", "3.4028235e38", "1.1754944e-38", "NaN", "Infinity"));
		values.put("double precision", List.of("0", "1", "1.5", "0.1", "0.30000000000000004", "1e15",
				"1.7976931348623157e308", "2.2250738585072014e-308", "NaN", "-Infinity"));
		values.put("oid", List.of("0", "1", "7", "4294967295"));
	}

	private static void texts(Map<String, List<String>> values) {
		values.put("char(10)", TEXTS.stream().filter((text) -> text.length() <= 10).toList());
		values.put("varchar(10)", TEXTS.stream().filter((text) -> text.length() <= 10).toList());
		values.put("varchar(50)", concat(TEXTS, "ä".repeat(40)));
		values.put("text", concat(concat(TEXTS, "x".repeat(70)), "x" + " ".repeat(60)));
		values.put("name", concat(TEXTS, "x".repeat(60)));
	}

	private static List<String> concat(List<String> texts, String further) {
		return Stream.concat(texts.stream(), Stream.of(further)).toList();
	}

	private static void times(Map<String, List<String>> values) {
		values.put("date", List.of("2026-02-28", "1900-01-01", "0044-03-15 BC", "5874897-12-31", "infinity"));
		values.put("time", List.of("00:00:00", "12:34:56.789012", "24:00:00"));
		values.put("time(0)", List.of("00:00:00", "12:34:56", "24:00:00"));
		values.put("timetz", List.of("12:34:56.789012+02", "00:00:00-12", "23:59:59.999999+15:59:59"));
		values.put("timestamp", List.of("2026-02-28 00:00:00", "2026-02-28 12:34:56.789012", "294276-12-31 23:59:59",
				"4713-11-24 00:00:00.000001 BC", "infinity"));
		values.put("timestamp(0)", List.of("2026-02-28 00:00:00", "2026-02-28 12:34:56", "-infinity"));
		values.put("timestamptz", List.of("2026-02-28 00:00:00+00", "2026-02-28 12:34:56.789012+02", "infinity"));
		values.put("timestamptz(0)", List.of("2026-02-28 12:34:56+02", "-infinity"));
		values.put("interval", List.of("00:00:00", "1 year 2 mons 3 days 04:05:06.789012", "-36:00:00", "12:00:00",
				"-178000000 years -11 mons -2147483648 days -214748364:00:54.775808"));
	}

}
