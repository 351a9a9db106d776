package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.ServerDefault;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the catalog.
 */
final class ColumnCatalog {

	private static final String QUERY = """
			SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
				a.attidentity, a.attgenerated, pg_get_expr(f.adbin, f.adrelid) AS expression, m.nspname AS collschema,
				o.collname, d.description, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
			FROM pg_attribute a
				JOIN pg_type t ON t.oid = a.atttypid
				LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
				LEFT JOIN pg_collation o ON o.oid = a.attcollation AND a.attcollation <> t.typcollation
				LEFT JOIN pg_namespace m ON m.oid = o.collnamespace
				LEFT JOIN pg_description d ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass
					AND d.objsubid = a.attnum
				LEFT JOIN pg_depend p ON a.attidentity <> '' AND p.refclassid = 'pg_class'::regclass
					AND p.refobjid = a.attrelid AND p.refobjsubid = a.attnum AND p.classid = 'pg_class'::regclass
					AND p.deptype = 'i'
				LEFT JOIN pg_sequence s ON s.seqrelid = p.objid
			WHERE a.attrelid = ANY (?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
			ORDER BY a.attrelid, a.attnum
			""";

	private final CatalogReader reader;

	private final Map<Long, Map<Integer, Column>> columns = new HashMap<>();

	ColumnCatalog(CatalogReader reader, Collection<Long> tables) throws SQLException {
		this.reader = reader;
		reader.ofObjects(QUERY, tables,
				(row) -> this.columns.computeIfAbsent(row.getLong("attrelid"), (table) -> new LinkedHashMap<>())
					.put(row.getInt("attnum"), column(row)));
	}

	List<Column> of(long table) {
		return new ArrayList<>(byNumber(table).values());
	}

	String name(long table, int number) {
		return Objects.requireNonNull(byNumber(table).get(number)).name();
	}

	List<String> names(long table, List<Integer> numbers) {
		return numbers.stream().map((number) -> name(table, number)).toList();
	}

	private Map<Integer, Column> byNumber(long table) {
		return this.columns.getOrDefault(table, Map.of());
	}

	private Column column(ResultSet row) throws SQLException {
		ColumnType type = this.reader.type(row.getString("type"));
		boolean computed = !row.getString("attgenerated").isEmpty();
		String expression = row.getString("expression");
		ServerDefault serverDefault = (!computed && expression != null) ? ServerDefault.expression(expression) : null;
		Generated generated = (computed && expression != null)
				? new Generated(ExpressionText.of(expression), row.getString("attgenerated").equals("s")) : null;
		return new Column(row.getString("attname"), type, !row.getBoolean("attnotnull"), serverDefault,
				identity(row, type), generated, collation(row), row.getString("description"));
	}

	private static @Nullable Identity identity(ResultSet row, ColumnType type) throws SQLException {
		String kind = row.getString("attidentity");
		return kind.isEmpty() ? null : new Identity(kind.equals("a"), options(row).withoutDefaults(type));
	}

	static SequenceOptions options(ResultSet row) throws SQLException {
		return new SequenceOptions(row.getLong("seqstart"), row.getLong("seqincrement"), row.getLong("seqmin"),
				row.getLong("seqmax"), row.getLong("seqcache"), row.getBoolean("seqcycle"));
	}

	private @Nullable QualifiedName collation(ResultSet row) throws SQLException {
		QualifiedName collation = this.reader.nameIfAny(row, "collschema", "collname");
		return (collation != null) ? withoutCatalog(collation) : null;
	}

	static QualifiedName withoutCatalog(QualifiedName name) {
		return "pg_catalog".equals(name.schema()) ? QualifiedName.of(name.name()) : name;
	}

}
