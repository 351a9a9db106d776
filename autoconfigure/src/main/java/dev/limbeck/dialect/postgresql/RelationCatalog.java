package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.ToolTable;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.TableOptions;
import dev.limbeck.schema.View;

/**
 * The tables and views of the catalog that belong to the application.
 */
final class RelationCatalog {

	// Members of extensions are found from the extensions, which are few
	private static final String QUERY = """
			SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition, c.reloptions,
				s.spcname, d.description,
				h.parents, c.oid IN (SELECT e.objid FROM pg_depend e WHERE e.refclassid = 'pg_extension'::regclass
					AND e.classid = 'pg_class'::regclass AND e.deptype = 'e') AS member,
				CASE WHEN c.relkind IN ('r', 'p') THEN ARRAY(SELECT a.attname::text FROM pg_attribute a
					WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) END AS columns,
				CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partitionkey,
				CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS query
			FROM pg_class c
				JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN (SELECT i.inhrelid, array_agg(i.inhparent::text ORDER BY i.inhseqno) AS parents
					FROM pg_inherits i GROUP BY i.inhrelid) h ON h.inhrelid = c.oid
				LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
				LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
			WHERE n.nspname = ANY (?::text[]) AND c.relkind IN ('r', 'p', 'v', 'm')
			ORDER BY n.nspname, c.relname
			""";

	private final boolean whole;

	private final Set<String> own;

	private final Map<Long, Relation> all = new LinkedHashMap<>();

	private final Map<Long, Relation> kept = new LinkedHashMap<>();

	private final List<QualifiedName> leftOut = new ArrayList<>();

	RelationCatalog(CatalogReader reader) throws SQLException {
		this.whole = reader.scope().whole();
		this.own = reader.scope().ownTables();
		for (Relation relation : reader.inSchemas(QUERY, (row) -> relation(reader, row))) {
			this.all.put(relation.oid(), relation);
			if (isKept(relation, reader.scope())) {
				this.kept.put(relation.oid(), relation);
			}
			else {
				this.leftOut.add(relation.name());
			}
		}
	}

	private static boolean isKept(Relation relation, InspectionScope scope) {
		boolean wanted = scope.whole() ? !relation.member() : !relation.isPart() || scope.isMapped(relation.name());
		return wanted && !scope.isForeign(relation.name(), relation.columns());
	}

	private static Relation relation(CatalogReader reader, ResultSet row) throws SQLException {
		List<Long> parents = CatalogReader.strings(row, "parents").stream().map(Long::valueOf).toList();
		String kind = row.getString("relkind");
		String partitionBy = kind.equals("p") ? CatalogReader.printed(row, "partitionkey") : null;
		String query = (kind.equals("v") || kind.equals("m")) ? CatalogReader.printed(row, "query") : null;
		return new Relation(row.getLong("oid"), reader.name(row, "nspname", "relname"),
				CatalogReader.strings(row, "columns"), kind, row.getString("relpersistence").equals("u"), parents,
				row.getBoolean("relispartition"), row.getBoolean("member"), CatalogReader.options(row, "reloptions"),
				row.getString("spcname"), partitionBy, query, row.getString("description"));
	}

	/**
	 * Return the tables that other migration tools keep for themselves.
	 * @return their names
	 */
	List<String> ofTools() {
		return this.all.values()
			.stream()
			.filter((relation) -> !this.kept.containsKey(relation.oid()) && !relation.member()
					&& !this.own.contains(relation.name().name()))
			.map((relation) -> relation.name().toString())
			.toList();
	}

	boolean isWhole() {
		return this.whole;
	}

	Map<Long, Relation> kept() {
		return this.kept;
	}

	boolean isLeftOut(long oid) {
		return this.all.containsKey(oid) && !this.kept.containsKey(oid);
	}

	/**
	 * Tell whether a sequence goes with tables that are left out.
	 * @param sequence the sequence
	 * @return whether a library counts with it
	 */
	boolean isLeftOut(QualifiedName sequence) {
		return ToolTable.isSequence(sequence.name(),
				this.leftOut.stream()
					.filter((table) -> Objects.equals(table.schema(), sequence.schema()))
					.map(QualifiedName::name)
					.toList());
	}

	TableOptions options(Relation table) {
		List<QualifiedName> parents = table.partition() ? List.of()
				: table.parents().stream().map(this.all::get).filter(Objects::nonNull).map(Relation::name).toList();
		return new TableOptions(table.unlogged(), table.partitionBy(), parents, table.options(), table.tablespace());
	}

	List<View> views() {
		return this.kept.values().stream().filter((relation) -> relation.kind().equals("v")).map((view) -> {
			Map<String, String> options = new LinkedHashMap<>(view.options());
			String check = options.remove("check_option");
			return new View(view.name(), List.of(), query(view), options,
					(check != null) ? check.toUpperCase(Locale.ROOT) : null, view.comment());
		}).toList();
	}

	static String query(Relation view) {
		String query = Objects.requireNonNull(view.query()).strip();
		return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
	}

}
