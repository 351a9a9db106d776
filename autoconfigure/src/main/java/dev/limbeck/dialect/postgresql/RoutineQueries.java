package dev.limbeck.dialect.postgresql;

/**
 * The queries for routines that are created by statements.
 */
final class RoutineQueries {

	/** Functions and procedures whose bodies are no strings, or empty ones. */
	static final String ROUTINES = """
			SELECT 'pg_proc'::regclass::oid::bigint AS class, p.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, p.proname AS name, pg_get_function_arguments(p.oid) AS part,
				rtrim(regexp_replace(pg_get_functiondef(p.oid), '^CREATE OR REPLACE ', 'CREATE '), E'\\n') AS creation,
				format('DROP %s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, s.nspname,
					p.proname, pg_get_function_identity_arguments(p.oid)) AS removal
			FROM pg_proc p JOIN s ON s.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
			WHERE p.prokind IN ('f', 'p') AND (p.prosqlbody IS NOT NULL OR p.prosrc !~ '\\S')
				AND l.lanname NOT IN ('c', 'internal')
				AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM e)""";

	static final String AGGREGATES = """
			SELECT 'pg_proc'::regclass::oid::bigint AS class, p.oid::bigint AS object, 0::bigint AS relation,
				s.nspname AS schema, p.proname AS name, pg_get_function_arguments(p.oid) AS part,
				format('CREATE AGGREGATE %I.%I(%s) (%s)', s.nspname, p.proname, COALESCE(NULLIF(
					pg_get_function_arguments(p.oid), ''), '*'), concat_ws(', ', 'SFUNC = ' || g.aggtransfn,
					'STYPE = ' || format_type(g.aggtranstype, NULL), 'SSPACE = ' || NULLIF(g.aggtransspace, 0),
					CASE WHEN g.aggfinalfn <> 0 THEN concat('FINALFUNC = ', g.aggfinalfn,
						CASE WHEN g.aggfinalextra THEN ', FINALFUNC_EXTRA' END, ', FINALFUNC_MODIFY = ',
						CASE g.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END) END,
					CASE WHEN g.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || g.aggcombinefn END,
					CASE WHEN g.aggserialfn <> 0 THEN format('SERIALFUNC = %s, DESERIALFUNC = %s', g.aggserialfn,
						g.aggdeserialfn) END, 'INITCOND = ' || quote_literal(g.agginitval),
					CASE WHEN g.aggmtransfn <> 0 THEN concat(format('MSFUNC = %s, MINVFUNC = %s, MSTYPE = %s',
						g.aggmtransfn, g.aggminvtransfn, format_type(g.aggmtranstype, NULL)),
						', MSSPACE = ' || NULLIF(g.aggmtransspace, 0), CASE WHEN g.aggmfinalfn <> 0 THEN
						concat(', MFINALFUNC = ', g.aggmfinalfn, CASE WHEN g.aggmfinalextra THEN ', MFINALFUNC_EXTRA' END,
						', MFINALFUNC_MODIFY = ', CASE g.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
						ELSE 'READ_WRITE' END) END, ', MINITCOND = ' || quote_literal(g.aggminitval)) END,
					(SELECT format('SORTOP = OPERATOR(%I.%s)', n.nspname, o.oprname) FROM pg_operator o
						JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid = g.aggsortop),
					CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
					CASE g.aggkind WHEN 'h' THEN 'HYPOTHETICAL' END)) AS creation,
				format('DROP AGGREGATE %I.%I(%s)', s.nspname, p.proname, COALESCE(NULLIF(
					pg_get_function_identity_arguments(p.oid), ''), '*')) AS removal
			FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid JOIN s ON s.oid = p.pronamespace
			WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM e)""";

	private RoutineQueries() {
	}

}
