package dev.limbeck.dialect.postgresql;

/**
 * The queries for what has to do with roles. Roles belong to the server, and another one
 * (that of a shadow database, above all) need not have them: what names one is executed
 * where it is there, and otherwise the server warns.
 */
final class PrivilegeQueries {

	// The body is in a string of its own, whatever names it has
	private static String guarded(String roles, String statement, String otherwise) {
		return """
				(SELECT CASE WHEN g.missing IS NULL THEN g.statement WHEN strpos(g.body, '$roles$') > 0
						THEN 'DO ' || quote_literal(g.body) ELSE concat('DO $roles$', g.body, '$roles$') END
					FROM (SELECT g.missing, g.statement, format(E'\\nBEGIN\\n    IF %s THEN\\n        RAISE WARNING ''%s: %%'', %L;\\n'
						|| E'    ELSE\\n        %s;\\n    END IF;\\nEND\\n', g.missing,
				"""
				+ otherwise + """
						, g.names, g.statement) AS body FROM (SELECT
						""" + statement + " AS statement,\n"
				+ """
							string_agg(format('pg_catalog.to_regrole(%L) IS NULL', quote_ident(r.rolname)), ' OR ' ORDER BY r.rolname)
								AS missing, string_agg(r.rolname, ', ' ORDER BY r.rolname) AS names
						FROM pg_roles r WHERE r.oid = ANY ("""
				+ roles + """
						)) g) g)
						""";
	}

	// A comment on a policy that is not there would fail
	private static final String POLICY = """
			concat(format('CREATE POLICY %I ON %I.%I', p.polname, s.nspname, c.relname),
				CASE WHEN NOT p.polpermissive THEN ' AS RESTRICTIVE' END,
				CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
					WHEN 'd' THEN ' FOR DELETE' END,
				CASE WHEN p.polroles <> '{0}' THEN ' TO ' || (SELECT string_agg(quote_ident(o.rolname), ', '
					ORDER BY o.rolname) FROM pg_roles o WHERE o.oid = ANY (p.polroles)) END,
				' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
				' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')',
				format(E';\\nCOMMENT ON POLICY %I ON %I.%I IS ', p.polname, s.nspname, c.relname)
					|| quote_literal(obj_description(p.oid, 'pg_policy')))
			""";

	static final String POLICIES = """
			SELECT 'pg_policy'::regclass::oid::bigint AS class, p.oid::bigint AS object, c.oid::bigint AS relation,
				s.nspname AS schema, p.polname AS name, '' AS part,
			""" + guarded("p.polroles", POLICY, "'A policy is left out for want of a role'") + " AS creation,\n" + """
			format('DROP POLICY %s%I ON %I.%I', CASE WHEN p.polroles <> '{0}' THEN 'IF EXISTS ' END,
					p.polname, s.nspname, c.relname) AS removal
			FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN s ON s.oid = c.relnamespace""";

	// What the server was initialized with counts as the default: PUBLIC may use the
	// schema public
	private static final String OBJECTS = """
			SELECT c.oid::bigint AS relation, c.relnamespace AS namespace, '' AS what,
				format('TABLE %I.%I', n.nspname, c.relname) AS target, NULL::name AS attname, c.relowner AS owner,
				c.relacl AS acl, acldefault('r', c.relowner) AS usual
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm')
			UNION ALL SELECT COALESCE((SELECT d.refobjid::bigint FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
					AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')), 0),
				c.relnamespace, c.relname, format('SEQUENCE %I.%I', n.nspname, c.relname), NULL,
				c.relowner, c.relacl, acldefault('s', c.relowner)
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S'
			UNION ALL SELECT c.oid::bigint, c.relnamespace, '', format('TABLE %I.%I', n.nspname, c.relname),
				a.attname, c.relowner, a.attacl, NULL
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p', 'v', 'm') AND NOT a.attisdropped
			UNION ALL SELECT 0, p.pronamespace, format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
				format('ROUTINE %I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), NULL,
				p.proowner, p.proacl, acldefault('f', p.proowner)
			FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
			WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM e)
				AND (l.lanname NOT IN ('c', 'internal') OR p.prokind = 'a')
			UNION ALL SELECT 0, t.typnamespace, t.typname, format('TYPE %s', format_type(t.oid, NULL)), NULL, t.typowner,
				t.typacl, acldefault('T', t.typowner)
			FROM pg_type t WHERE t.typtype IN ('d', 'e', 'c', 'r')
				AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM e)
			UNION ALL SELECT 0, n.oid, n.nspname, format('SCHEMA %I', n.nspname), NULL, n.nspowner, n.nspacl,
				COALESCE((SELECT i.initprivs FROM pg_init_privs i WHERE i.classoid = 'pg_namespace'::regclass
					AND i.objoid = n.oid), acldefault('n', n.nspowner))
			FROM pg_namespace n
			""";

	private static String clause(String verb, String privileges, String preposition, String grantable) {
		return "format('" + verb + " %s ON %s " + preposition + " %s%s', x." + privileges + ", x.target, x.role, "
				+ grantable + ")";
	}

	private static final String GRANTABLE = "CASE WHEN x.grantable THEN ' WITH GRANT OPTION' END";

	private static final String REVOKE = clause("REVOKE", "privileges", "FROM", "''");

	private static final String CREATION = "CASE WHEN x.granted THEN " + clause("GRANT", "privileges", "TO", GRANTABLE)
			+ " ELSE " + REVOKE + " END";

	// Before PostgreSQL 15 anybody could create objects in the schema public, which many
	// a
	// database has lost before it has revisions
	private static final String REMOVAL = "CASE WHEN x.granted THEN " + REVOKE + " WHEN x.returned IS NOT NULL THEN "
			+ clause("GRANT", "returned", "TO", GRANTABLE) + " END";

	private static final String MISSING = "'Privileges are left out for want of a role'";

	static final String PRIVILEGES = """
			SELECT 0::bigint AS class, 0::bigint AS object, x.relation, s.nspname AS schema, concat_ws(' ', x.privileges,
					'ON ' || NULLIF(x.what, ''), CASE WHEN x.granted THEN 'TO' ELSE 'FROM' END, x.role) AS name, '' AS part,
			"""
			+ guarded("ARRAY[x.grantee]", CREATION, MISSING) + " AS creation, "
			+ guarded("ARRAY[x.grantee]", REMOVAL, MISSING) + " AS removal\n"
			+ """
					FROM (SELECT o.relation, o.namespace, o.what, o.target, a.granted, a.grantee, a.grantable,
							CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS role,
							string_agg(a.privilege || CASE WHEN o.attname IS NULL THEN '' ELSE format(' (%I)', o.attname) END, ', '
								ORDER BY a.privilege) AS privileges,
							string_agg(a.privilege, ', ' ORDER BY a.privilege) FILTER (WHERE a.privilege <> 'CREATE') AS returned
						FROM ("""
			+ OBJECTS
			+ """
					) o CROSS JOIN LATERAL (
								SELECT true AS granted, g.grantee, g.is_grantable AS grantable, g.privilege_type AS privilege
									FROM (SELECT y.grantee, y.is_grantable, y.privilege_type FROM aclexplode(o.acl) y
										EXCEPT SELECT y.grantee, y.is_grantable, y.privilege_type FROM aclexplode(o.usual) y) g
									WHERE g.grantee <> o.owner
								UNION ALL SELECT false, g.grantee, false, g.privilege_type
									FROM (SELECT y.grantee, y.privilege_type FROM aclexplode(o.usual) y
										EXCEPT SELECT y.grantee, y.privilege_type FROM aclexplode(o.acl) y) g
									WHERE g.grantee = 0) a
						WHERE o.acl IS NOT NULL
						GROUP BY o.relation, o.namespace, o.what, o.target, a.granted, a.grantee, a.grantable) x
						JOIN s ON s.oid = x.namespace""";

	private PrivilegeQueries() {
	}

}
