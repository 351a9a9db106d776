package dev.limbeck.dialect.postgresql;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The casts that every version of PostgreSQL has between types of its own, as
 * {@code pg_cast} has them. A pair that is not here is converted by way of text.
 */
final class CastCatalog {

	private static final String FACTS = """
			boolean: integer e, text a, char a, varchar a
			name: text i, char a, varchar a
			bigint: smallint a, integer a, oid i, real i, double precision i, money a, bit e, numeric i
			smallint: bigint i, integer i, oid i, real i, double precision i, numeric i
			integer: boolean e, bigint i, smallint a, oid i, real i, double precision i, money a, bit e, numeric i
			text: name i, xml e, char i, varchar i
			oid: bigint a, integer a
			json: jsonb a
			xml: text a, char a, varchar a
			cidr: text a, inet i, char a, varchar a
			real: bigint a, smallint a, integer a, double precision i, numeric a
			double precision: bigint a, smallint a, integer a, real a, numeric a
			macaddr8: macaddr i
			money: numeric a
			macaddr: macaddr8 i
			inet: text a, cidr a, char a, varchar a
			char: name i, text i, xml e, varchar i
			varchar: name i, text i, xml e, char i
			date: timestamp i, timestamptz i
			time: interval i, timetz i
			timestamp: date a, time a, timestamptz i
			timestamptz: date a, time a, timestamp a, timetz a
			interval: time a
			timetz: time a
			bit: bigint e, integer e, varbit i
			varbit: bit i
			numeric: bigint a, smallint a, integer a, real i, double precision i, money a
			jsonb: boolean e, bigint e, smallint e, integer e, json a, real e, double precision e, numeric e
			""";

	private static final Map<String, Map<String, CastContext>> CASTS = read();

	private CastCatalog() {
	}

	private static Map<String, Map<String, CastContext>> read() {
		Map<String, Map<String, CastContext>> casts = new HashMap<>();
		FACTS.lines().forEach((line) -> {
			int colon = line.indexOf(':');
			Map<String, CastContext> targets = new HashMap<>();
			for (String target : line.substring(colon + 1).split(",", -1)) {
				int end = target.length() - 2;
				targets.put(target.substring(0, end).strip(), context(target.charAt(end + 1)));
			}
			casts.put(line.substring(0, colon), Map.copyOf(targets));
		});
		return Map.copyOf(casts);
	}

	private static CastContext context(char letter) {
		return switch (letter) {
			case 'i' -> CastContext.IMPLICIT;
			case 'a' -> CastContext.ASSIGNMENT;
			default -> CastContext.EXPLICIT;
		};
	}

	static @Nullable CastContext context(ConvertedType source, ConvertedType target) {
		return (source.type().isStandard() && target.type().isStandard()) ? context(source.name(), target.name())
				: null;
	}

	static @Nullable CastContext context(String source, String target) {
		return CASTS.getOrDefault(source, Map.of()).get(target);
	}

	static Map<String, Map<String, CastContext>> all() {
		return CASTS;
	}

}
