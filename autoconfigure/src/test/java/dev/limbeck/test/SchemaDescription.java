package dev.limbeck.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the catalog says about the structure of a database, except who owns it:
 * what another database is compared by that was made like it.
 */
public final class SchemaDescription {

	private static final String SCHEMAS = """
			WITH s AS (SELECT oid, nspname FROM pg_namespace
				WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'),
			c AS (SELECT c.*, c.oid AS id FROM pg_class c JOIN s ON s.oid = c.relnamespace
				WHERE c.relname NOT LIKE 'migrations\\_%' AND c.relname NOT LIKE 'flyway%')
			""";

	private static final String PRIVILEGES = """
			(SELECT string_agg(format('%s:%s%s', CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END,
				x.privilege_type, CASE WHEN x.is_grantable THEN '*' ELSE '' END), ' ' ORDER BY x.grantee, x.privilege_type)
				FROM aclexplode(#) x)""";

	private static final List<String> QUERIES = List.of("""
			SELECT ROW('schema', n.nspname, obj_description(n.oid, 'pg_namespace'), #) FROM pg_namespace n
				JOIN s ON s.oid = n.oid""".replace("#", PRIVILEGES.replace("#", "n.nspacl")), """
			SELECT ROW('extension', e.extname, e.extversion, n.nspname, obj_description(e.oid, 'pg_extension'))
				FROM pg_extension e
				JOIN pg_namespace n ON n.oid = e.extnamespace""", """
			SELECT ROW('relation', c.id::regclass, c.relkind, c.relpersistence, c.relispartition, c.reloptions,
				pg_get_expr(c.relpartbound, c.id), pg_get_partkeydef(c.id), c.relispopulated, c.relrowsecurity,
				c.relforcerowsecurity, c.relreplident, obj_description(c.id, 'pg_class'),
				CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.id) END,
				(SELECT string_agg(i.inhparent::regclass::text, ',' ORDER BY i.inhseqno) FROM pg_inherits i
					WHERE i.inhrelid = c.id), (SELECT t.reloptions FROM pg_class t WHERE t.oid = c.reltoastrelid), #)
			FROM c""".replace("#", PRIVILEGES.replace("#", "c.relacl")),
			"""
					SELECT ROW('column', a.attrelid::regclass, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
						a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attislocal,
						a.attinhcount, a.attstorage, a.attcompression, to_jsonb(a) ->> 'attstattarget', a.attoptions,
						pg_get_expr(d.adbin, d.adrelid), a.attcollation::regcollation, col_description(a.attrelid, a.attnum), #)
					FROM pg_attribute a JOIN c ON c.id = a.attrelid
						LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
					WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind NOT IN ('i', 'I', 'S')"""
				.replace("#", PRIVILEGES.replace("#", "a.attacl")),
			"""
					SELECT ROW('constraint', o.conrelid::regclass, o.contypid::regtype, o.conname, pg_get_constraintdef(o.oid),
						o.convalidated, o.conislocal, o.coninhcount, CASE WHEN o.contype IN ('c', 'n') THEN o.connoinherit END, obj_description(o.oid, 'pg_constraint'))
					FROM pg_constraint o JOIN s ON s.oid = o.connamespace WHERE o.conrelid = 0 OR o.conrelid IN (SELECT id FROM c)""",
			"""
					SELECT ROW('index', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisprimary, i.indisclustered,
						i.indisreplident, obj_description(i.indexrelid, 'pg_class'), (SELECT string_agg(
							format('%s:%s', a.attnum, a.attstattarget), ',' ORDER BY a.attnum) FROM pg_attribute a
							WHERE a.attrelid = i.indexrelid), (SELECT p.inhparent::regclass FROM pg_inherits p
							WHERE p.inhrelid = i.indexrelid))
					FROM pg_index i JOIN c ON c.id = i.indrelid""",
			"""
					SELECT ROW('sequence', q.seqrelid::regclass, q.seqtypid::regtype, q.seqstart, q.seqincrement, q.seqmin,
						q.seqmax, q.seqcache, q.seqcycle, (SELECT format('%s.%s %s', d.refobjid::regclass, a.attname, d.deptype)
							FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
							WHERE d.objid = q.seqrelid AND d.deptype IN ('a', 'i') AND d.classid = 'pg_class'::regclass))
					FROM pg_sequence q JOIN c ON c.id = q.seqrelid""",
			"""
					SELECT ROW('type', t.oid::regtype, t.typtype, t.typnotnull, t.typdefault, t.typbasetype::regtype,
						t.typtypmod, t.typcollation::regcollation, obj_description(t.oid, 'pg_type'),
						(SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
						(SELECT ROW(r.rngsubtype::regtype, r.rngsubopc, r.rngcollation::regcollation, r.rngsubdiff::regproc,
							r.rngmultitypid::regtype) FROM pg_range r WHERE r.rngtypid = t.oid), #)
					FROM pg_type t JOIN s ON s.oid = t.typnamespace WHERE t.typtype <> 'c' AND t.typcategory <> 'A'"""
				.replace("#", PRIVILEGES.replace("#", "t.typacl")),
			"""
					SELECT ROW('routine', p.oid::regprocedure, CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
						(SELECT to_jsonb(g) - ARRAY['aggfnoid', 'aggtranstype', 'aggmtranstype', 'aggsortop'] FROM pg_aggregate g
							WHERE g.aggfnoid = p.oid), (SELECT ROW(g.aggtranstype::regtype, g.aggsortop::regoperator)
							FROM pg_aggregate g WHERE g.aggfnoid = p.oid), obj_description(p.oid, 'pg_proc'), #)
					FROM pg_proc p JOIN s ON s.oid = p.pronamespace"""
				.replace("#", PRIVILEGES.replace("#", "p.proacl")),
			"""
					SELECT ROW('collation', l.oid::regcollation, l.collprovider, l.collisdeterministic, l.collcollate, l.collctype,
						to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', obj_description(l.oid, 'pg_collation'))
					FROM pg_collation l JOIN s ON s.oid = l.collnamespace""",
			"""
					SELECT ROW('trigger', pg_get_triggerdef(t.oid), t.tgenabled, obj_description(t.oid, 'pg_trigger'))
					FROM pg_trigger t JOIN c ON c.id = t.tgrelid WHERE NOT t.tgisinternal""", """
					SELECT ROW('rule', pg_get_ruledef(r.oid), r.ev_enabled, obj_description(r.oid, 'pg_rewrite'))
					FROM pg_rewrite r JOIN c ON c.id = r.ev_class""",
			"""
					SELECT ROW('policy', p.polname, p.polrelid::regclass, p.polcmd, p.polpermissive, (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text) FROM unnest(p.polroles) r),
						pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
						obj_description(p.oid, 'pg_policy'))
					FROM pg_policy p JOIN c ON c.id = p.polrelid""",
			"""
					SELECT ROW('statistics', pg_get_statisticsobjdef(x.oid), to_jsonb(x) ->> 'stxstattarget',
						obj_description(x.oid, 'pg_statistic_ext'))
					FROM pg_statistic_ext x JOIN s ON s.oid = x.stxnamespace""");

	private SchemaDescription() {
	}

	/**
	 * Describe a database.
	 * @param database the database
	 * @return a line for each thing, sorted
	 */
	public static List<String> of(TestDatabase database) {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			List<String> lines = new ArrayList<>();
			for (String query : QUERIES) {
				try (ResultSet rows = statement.executeQuery(SCHEMAS + "SELECT q.x::text FROM (" + query + ") q(x)")) {
					while (rows.next()) {
						lines.add(rows.getString(1));
					}
				}
			}
			lines.sort(null);
			return lines;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
