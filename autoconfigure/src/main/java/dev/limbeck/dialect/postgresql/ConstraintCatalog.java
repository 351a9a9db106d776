package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of the catalog.
 */
final class ConstraintCatalog {

	private static final String QUERY = """
			SELECT k.conrelid, k.conname, k.contype, k.conkey::text AS columns, k.conindid,
				k.condeferrable, k.condeferred, k.convalidated, %s AS enforced, k.connoinherit, %s AS period,
				k.confrelid, n.nspname, r.relname, k.confkey::text AS referred, k.confdeltype,
				%s::text AS setcolumns, k.confupdtype, k.confmatchtype,
				CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS condition,
				CASE WHEN k.contype = 'x' THEN ARRAY(SELECT o.oprname::text
					FROM unnest(k.conexclop) WITH ORDINALITY x (oid, place)
					JOIN pg_operator o ON o.oid = x.oid ORDER BY x.place) END AS operators, d.description
			FROM pg_constraint k
				LEFT JOIN pg_class r ON r.oid = k.confrelid
				LEFT JOIN pg_namespace n ON n.oid = r.relnamespace
				LEFT JOIN pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass
			WHERE k.conrelid = ANY (?::oid[]) AND k.contype IN ('p', 'u', 'f', 'c', 'x')
				AND (k.conparentid = 0 OR k.contype <> 'f') %s
			ORDER BY k.conrelid, k.conname
			""";

	// A table that inherits has them from there
	private static final String NOT_INHERITED = "AND (k.conislocal OR k.contype <> 'c' OR (SELECT c.relispartition "
			+ "FROM pg_class c WHERE c.oid = k.conrelid))";

	private final List<CatalogConstraint> all;

	ConstraintCatalog(CatalogReader reader, Collection<Long> tables) throws SQLException {
		String query = QUERY.formatted(reader.since(18, "k.conenforced", "true"),
				reader.since(18, "k.conperiod", "false"), reader.since(15, "k.confdelsetcols", "NULL"),
				reader.scope().whole() ? NOT_INHERITED : "");
		this.all = reader.ofObjects(query, tables, (row) -> constraint(reader, row));
	}

	List<CatalogConstraint> all() {
		return this.all;
	}

	Stream<Long> referredTables() {
		return this.all.stream()
			.map(CatalogConstraint::reference)
			.flatMap(Stream::ofNullable)
			.map(CatalogConstraint.Reference::table);
	}

	Set<Long> ownedIndexes() {
		return this.all.stream()
			.filter(CatalogConstraint::ownsIndex)
			.map(CatalogConstraint::index)
			.collect(Collectors.toSet());
	}

	private static CatalogConstraint constraint(CatalogReader reader, ResultSet row) throws SQLException {
		boolean referring = row.getString("contype").equals("f");
		return new CatalogConstraint(row.getLong("conrelid"), row.getString("conname"), row.getString("contype"),
				CatalogReader.numbers(row.getString("columns")), row.getLong("conindid"), deferrability(row),
				row.getBoolean("convalidated"), row.getBoolean("enforced"), row.getBoolean("connoinherit"),
				row.getBoolean("period"), referring ? reference(reader, row) : null, condition(row),
				CatalogReader.strings(row, "operators"), row.getString("description"));
	}

	private static @Nullable String condition(ResultSet row) throws SQLException {
		boolean check = row.getString("contype").equals("c");
		return check ? ExpressionText.of(CatalogReader.printed(row, "condition")) : null;
	}

	private static Deferrability deferrability(ResultSet row) throws SQLException {
		if (!row.getBoolean("condeferrable")) {
			return Deferrability.NOT_DEFERRABLE;
		}
		return row.getBoolean("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
	}

	private static CatalogConstraint.Reference reference(CatalogReader reader, ResultSet row) throws SQLException {
		return new CatalogConstraint.Reference(row.getLong("confrelid"), reader.name(row, "nspname", "relname"),
				CatalogReader.numbers(row.getString("referred")), action(row.getString("confdeltype")),
				CatalogReader.numbers(row.getString("setcolumns")), action(row.getString("confupdtype")),
				row.getString("confmatchtype").equals("f") ? MatchType.FULL : MatchType.SIMPLE);
	}

	private static ReferentialAction action(String letter) {
		return switch (letter) {
			case "r" -> ReferentialAction.RESTRICT;
			case "c" -> ReferentialAction.CASCADE;
			case "n" -> ReferentialAction.SET_NULL;
			case "d" -> ReferentialAction.SET_DEFAULT;
			default -> ReferentialAction.NO_ACTION;
		};
	}

}
