-- What a role may do that may create objects in a schema: overloads of operators and functions, types and
-- relations that are called like those of pg_catalog. Each of them counts its calls, which survives a rollback.

CREATE SCHEMA spy;
CREATE SEQUENCE spy.calls;
CREATE TABLE spy.planted (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text UNIQUE);
CREATE SEQUENCE spy.called;

CREATE FUNCTION spy.call(what bigint) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
	PERFORM nextval('spy.calls');
	PERFORM setval('spy.called', what);
	RETURN true;
END $$;

GRANT USAGE ON SCHEMA spy TO PUBLIC;
GRANT SELECT, INSERT ON spy.planted TO PUBLIC;
GRANT ALL ON ALL SEQUENCES IN SCHEMA spy TO PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO {mallory};

SET ROLE {mallory};
SET search_path = pg_catalog, pg_temp;
SET check_function_bodies = off;

CREATE FUNCTION public.spy_plant(what text) RETURNS bigint LANGUAGE sql AS $$
	INSERT INTO spy.planted (what) VALUES (what) RETURNING id
$$;

-- For operands that none of the server's operators fits exactly
DO $$
DECLARE
	types text[] := string_to_array('text|varchar|name|"char"|oid|int4|int8|bool|timestamptz|interval|regclass|text[]', '|');
	operators text[] := ARRAY(SELECT DISTINCT o.oprname FROM pg_operator o
		WHERE o.oprleft <> 0 AND o.oprnamespace = 'pg_catalog'::regnamespace AND (o.oprleft::regtype::text = ANY (types)
			OR o.oprleft IN ('anyarray'::regtype, 'anycompatiblearray'::regtype, 'anynonarray'::regtype,
				'varchar'::regtype, 'timestamptz'::regtype, 'int4'::regtype, 'int8'::regtype, 'bool'::regtype)));
	left_type text;
	right_type text;
	operator text;
BEGIN
	FOREACH left_type IN ARRAY types LOOP
		FOREACH right_type IN ARRAY types LOOP
			EXECUTE format('CREATE FUNCTION public.spy_operator(%1$s, %2$s) RETURNS boolean LANGUAGE plpgsql AS
				$f$BEGIN PERFORM spy.call(%3$s); RETURN NULL; END$f$', left_type, right_type,
				public.spy_plant(format('operator of (%s, %s)', left_type, right_type)));
			FOREACH operator IN ARRAY operators LOOP
				EXECUTE format('CREATE OPERATOR public.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = public.spy_operator)',
					operator, left_type, right_type);
			END LOOP;
		END LOOP;
	END LOOP;
END $$;

-- For a path in which the schema comes before pg_catalog: the same once more
DO $$
DECLARE
	original record;
	aim text;
BEGIN
	FOR original IN SELECT p.oid, p.proname, pg_get_function_identity_arguments(p.oid) AS arguments,
			pg_get_function_result(p.oid) AS result, p.proretset
		FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'w') LOOP
		aim := public.spy_plant(format('function %s(%s) of %s', original.proname, original.arguments, original.oid));
		BEGIN
			EXECUTE format('CREATE FUNCTION public.%1$I(%2$s) RETURNS %3$s LANGUAGE plpgsql AS
				$f$BEGIN PERFORM spy.call(%4$s); RETURN%5$s; END$f$', original.proname, original.arguments,
				regexp_replace(original.result, '^TABLE.*', 'SETOF record'), aim,
				CASE WHEN original.proretset OR original.result LIKE 'TABLE%' THEN '' ELSE ' NULL' END);
		EXCEPTION WHEN OTHERS THEN
			NULL;
		END;
	END LOOP;
	FOR original IN SELECT o.oprname, nullif(o.oprleft, 0)::regtype::text AS lefts, o.oprright::regtype::text AS rights
		FROM pg_operator o WHERE o.oprnamespace = 'pg_catalog'::regnamespace LOOP
		aim := public.spy_plant(format('operator %s %s %s', original.lefts, original.oprname, original.rights));
		BEGIN
			EXECUTE format('CREATE FUNCTION public.spy_same(%1$s) RETURNS boolean LANGUAGE plpgsql AS
				$f$BEGIN PERFORM spy.call(%2$s); RETURN NULL; END$f$',
				concat_ws(', ', original.lefts, original.rights), aim);
		EXCEPTION WHEN duplicate_function OR feature_not_supported OR invalid_function_definition THEN
			NULL;
		END;
		BEGIN
			EXECUTE format('CREATE OPERATOR public.%s (%s RIGHTARG = %s, FUNCTION = public.spy_same)', original.oprname,
				'LEFTARG = ' || original.lefts || ',', original.rights);
		EXCEPTION WHEN OTHERS THEN
			NULL;
		END;
	END LOOP;
END $$;

CREATE FUNCTION public.spy_count(bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
	PERFORM spy.call(-1);
	RETURN $1 + 1;
END $$;
CREATE AGGREGATE public.count(*) (SFUNC = public.spy_count, STYPE = bigint, INITCOND = 0);

-- "any" is for functions in C only
DO $$
DECLARE
	name text;
	arguments text;
BEGIN
	FOREACH name IN ARRAY string_to_array('format,concat,concat_ws,count,num_nulls,jsonb_build_object,string_agg,max,min', ',') LOOP
		FOR size IN 1..6 LOOP
			arguments := rtrim(repeat('text,', size), ',');
			CONTINUE WHEN to_regprocedure(format('public.%I(%s)', name, arguments)) IS NOT NULL;
			EXECUTE format('CREATE FUNCTION public.%I(%s) RETURNS text LANGUAGE plpgsql AS
				$f$BEGIN PERFORM spy.call(%s); RETURN NULL; END$f$', name, arguments,
				public.spy_plant(format('function %s(%s)', name, arguments)));
		END LOOP;
	END LOOP;
END $$;

DO $$
DECLARE
	original record;
BEGIN
	FOR original IN SELECT t.typname FROM pg_type t
		WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typtype = 'b' AND t.typcategory <> 'A'
			AND t.typname <> 'char' LOOP
		EXECUTE format('CREATE DOMAIN public.%1$I AS pg_catalog.%1$I CHECK (spy.call(%2$s))', original.typname,
			public.spy_plant(format('type %s', original.typname)));
	END LOOP;
	FOR original IN SELECT c.relname, (SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_attribute a
			WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.atttypid <> 'anyarray'::regtype) AS columns
		FROM pg_class c WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind IN ('r', 'v')
			AND has_table_privilege(c.oid, 'SELECT') LOOP
		EXECUTE format('CREATE VIEW public.%1$I AS SELECT %2$s FROM pg_catalog.%1$I WHERE spy.call(%3$s)',
			original.relname, original.columns, public.spy_plant(format('relation %s', original.relname)));
	END LOOP;
END $$;

-- Casts need a type of one's own: an implicit one from each of the server's, and operators and functions that take it
CREATE TYPE public.spy_type AS (spied int);
DO $$
DECLARE
	types text[] := string_to_array('text|varchar|bpchar|name|"char"|oid|int2|int4|int8|bool|numeric|bytea|xml|jsonb|timestamptz|interval|regclass|text[]|oid[]', '|');
	source text;
	symbol text;
BEGIN
	FOREACH source IN ARRAY types LOOP
		EXECUTE format('CREATE FUNCTION public.spy_cast(%1$s) RETURNS public.spy_type LANGUAGE plpgsql AS
			$f$BEGIN PERFORM spy.call(%2$s); RETURN NULL; END$f$', source, public.spy_plant(format('cast of %s', source)));
		EXECUTE format('CREATE CAST (%1$s AS public.spy_type) WITH FUNCTION public.spy_cast(%1$s) AS IMPLICIT', source);
		EXECUTE format('CREATE FUNCTION public.spy_back(public.spy_type, integer, boolean) RETURNS %s LANGUAGE plpgsql AS
			$f$BEGIN PERFORM spy.call(%s); RETURN NULL; END$f$', source, public.spy_plant(format('cast to %s', source)));
		EXECUTE format('ALTER FUNCTION public.spy_back(public.spy_type, integer, boolean) RENAME TO %I', 'spy_to_' || source);
		EXECUTE format('CREATE CAST (public.spy_type AS %s) WITH FUNCTION public.%I(public.spy_type, integer, boolean)
			AS IMPLICIT', source, 'spy_to_' || source);
	END LOOP;
	CREATE FUNCTION public.spy_cast_operator(public.spy_type, public.spy_type) RETURNS boolean LANGUAGE plpgsql AS
		$f$BEGIN PERFORM spy.call(-2); RETURN NULL; END$f$;
	FOR symbol IN SELECT DISTINCT o.oprname FROM pg_operator o
			WHERE o.oprleft <> 0 AND o.oprnamespace = 'pg_catalog'::regnamespace LOOP
		EXECUTE format('CREATE OPERATOR public.%s (LEFTARG = public.spy_type, RIGHTARG = public.spy_type,
			FUNCTION = public.spy_cast_operator)', symbol);
	END LOOP;
END $$;

RESET ROLE;
