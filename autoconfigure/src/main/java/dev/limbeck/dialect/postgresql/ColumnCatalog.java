package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ServerDefault;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the catalog.
 */
final class ColumnCatalog {

	// The server opens a table to print an expression that may name its columns, so it
	// gets the table of a generated column alone
	private static final String QUERY = """
			SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type, %s AS required,
				a.attidentity, a.attgenerated, a.attislocal, pg_get_expr(f.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE f.adrelid END) AS expression,
				CASE WHEN a.attcollation <> 0 AND (a.attcollation <> '"default"'::regcollation
						OR a.atttypid NOT IN ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype)) THEN
					(SELECT ARRAY[m.nspname, o.collname]::text[] FROM pg_collation o
						JOIN pg_namespace m ON m.oid = o.collnamespace JOIN pg_type t ON t.oid = a.atttypid
						WHERE o.oid = a.attcollation AND o.oid <> t.typcollation) END AS collation, d.description
			FROM pg_attribute a
				LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
				LEFT JOIN pg_description d ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass
					AND d.objsubid = a.attnum
			WHERE a.attrelid = ANY (?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
			ORDER BY a.attrelid, a.attnum
			""";

	// What is not valid or not inherited is added once the tables are there
	private static final String CREATED_REQUIRED = """
			a.attnotnull AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n'
				AND k.conkey[1] = a.attnum AND (NOT k.convalidated OR k.connoinherit))""";

	// The types that the query, too, knows to be in the default collation
	private static final Set<String> TEXTS = Set.of("text", "varchar", "char");

	private final CatalogReader reader;

	private final SequenceCatalog sequences;

	private final Map<Long, Map<Integer, Column>> columns = new HashMap<>();

	private final Map<Long, Set<String>> inherited = new HashMap<>();

	ColumnCatalog(CatalogReader reader, SequenceCatalog sequences, Collection<Long> tables) throws SQLException {
		this.reader = reader;
		this.sequences = sequences;
		reader.ofObjects(QUERY.formatted(reader.scope().whole() ? CREATED_REQUIRED : "a.attnotnull"), tables,
				(row) -> this.columns.computeIfAbsent(row.getLong("attrelid"), (table) -> new LinkedHashMap<>())
					.put(row.getInt("attnum"), column(row)));
	}

	List<Column> of(long table) {
		return new ArrayList<>(byNumber(table).values());
	}

	/**
	 * Return the columns that a table is created with, besides those of the tables that
	 * it inherits from. An inherited column that is written again becomes the table's
	 * own, and stays when the other table drops its.
	 * @param table the table
	 * @param parents what it inherits from
	 * @return the columns
	 */
	List<Column> ownOf(long table, List<Long> parents) {
		Set<String> names = this.inherited.getOrDefault(table, Set.of());
		return of(table).stream()
			.filter((column) -> !names.contains(column.name()) || !isInherited(column, parents))
			.toList();
	}

	// A default can be set later, but the server wants to be told at once which of two
	private boolean isInherited(Column column, List<Long> parents) {
		List<Column> inherited = parents.stream()
			.flatMap((parent) -> of(parent).stream())
			.filter((candidate) -> candidate.name().equals(column.name()))
			.toList();
		return !inherited.isEmpty()
				&& inherited.stream().allMatch((candidate) -> Objects.equals(candidate.generated(), column.generated()))
				&& inherited.stream().map(Column::serverDefault).filter(Objects::nonNull).distinct().count() <= 1;
	}

	String name(long table, int number) {
		return Objects.requireNonNull(byNumber(table).get(number)).name();
	}

	List<String> names(long table, List<Integer> numbers) {
		return numbers.stream().map((number) -> name(table, number)).toList();
	}

	boolean isInDefaultCollation(long table, int number) {
		Column column = byNumber(table).get(number);
		return column != null && column.collation() == null && column.type().schema() == null
				&& !column.type().isArray() && TEXTS.contains(column.type().name());
	}

	private Map<Integer, Column> byNumber(long table) {
		return this.columns.getOrDefault(table, Map.of());
	}

	private Column column(ResultSet row) throws SQLException {
		ColumnType type = this.reader.type(row, "type");
		if (!row.getBoolean("attislocal")) {
			this.inherited.computeIfAbsent(row.getLong("attrelid"), (table) -> new HashSet<>())
				.add(row.getString("attname"));
		}
		boolean computed = !row.getString("attgenerated").isEmpty();
		String expression = computed ? CatalogReader.printed(row, "expression") : row.getString("expression");
		ServerDefault serverDefault = (!computed && expression != null) ? ServerDefault.expression(expression) : null;
		Generated generated = (computed && expression != null)
				? new Generated(ExpressionText.of(expression), row.getString("attgenerated").equals("s")) : null;
		return new Column(row.getString("attname"), type, !row.getBoolean("required"), serverDefault, identity(row),
				generated, collation(row), row.getString("description"));
	}

	private @Nullable Identity identity(ResultSet row) throws SQLException {
		String kind = row.getString("attidentity");
		long table = row.getLong("attrelid");
		int number = row.getInt("attnum");
		return (kind.isEmpty() || !this.sequences.isIdentity(table, number)) ? null
				: new Identity(kind.equals("a"), this.sequences.identity(table, number));
	}

	private @Nullable QualifiedName collation(ResultSet row) throws SQLException {
		List<String> parts = CatalogReader.strings(row, "collation");
		return parts.isEmpty() ? null : this.reader.nameBesideSystem(parts.get(0), parts.get(1));
	}

}
