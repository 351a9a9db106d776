package dev.limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.schema.QualifiedName;

/**
 * Writes names: quoted where they need it, and checked.
 */
final class PostgresqlNames {

	/** NAMEDATALEN - 1; the server cuts longer names off without an error. */
	private static final int MAXIMUM_BYTES = 63;

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	/**
	 * The keywords of any version from 14 to 18 that the server does not call unreserved.
	 */
	private static final Set<String> KEYWORDS = keywords("""
			all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
			case cast char character check coalesce collate collation column concurrently constraint create cross
			current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
			decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
			freeze from full grant graph_table greatest group grouping having ilike in initially inner inout int integer
			intersect interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg
			json_query json_scalar json_serialize json_table json_value lateral leading least left like limit localtime
			localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on
			only or order out outer overlaps overlay placing position precision primary real references returning right
			row select session_user setof similar smallint some substring symmetric system_user table tablesample then
			time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when
			where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
			xmlroot xmlserialize xmltable""");

	private static Set<String> keywords(String words) {
		return Pattern.compile("\\s+").splitAsStream(words).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return a name as it stands in SQL.
	 * @param name the name
	 * @return the name, quoted if it needs to be
	 * @throws UnwritableOperationException if the server cannot have such a name
	 */
	String name(String name) {
		check("name", name);
		return (PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)) ? name
				: '"' + name.replace("\"", "\"\"") + '"';
	}

	String name(QualifiedName name) {
		return (name.schema() != null) ? name(name.schema()) + "." + name(name.name()) : name(name.name());
	}

	String list(List<String> names) {
		return names.stream().map(this::name).collect(Collectors.joining(", "));
	}

	/**
	 * See that the server can have something as a name, or as a value of an enum type,
	 * which it keeps as a name.
	 * @param what what it is
	 * @param name the name
	 */
	void check(String what, String name) {
		if (name.isEmpty()) {
			throw new UnwritableOperationException("A " + what + " is empty.", "Give it at least one character.");
		}
		PostgresqlText.check(what, name);
		int length = name.getBytes(StandardCharsets.UTF_8).length;
		if (length > MAXIMUM_BYTES) {
			throw new UnwritableOperationException(
					"The %s '%s' has %s bytes; PostgreSQL keeps %s.".formatted(what, name, length, MAXIMUM_BYTES),
					"Choose a shorter one.");
		}
	}

}
