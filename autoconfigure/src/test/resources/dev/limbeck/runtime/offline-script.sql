-- Limbeck: upgrade from base to c3
-- Run it with psql -X -v ON_ERROR_STOP=1 -f <this file>

SET client_encoding = 'UTF-8';
SET standard_conforming_strings = on;
SET statement_timeout = 0;
SET lock_timeout = 0;
DO $limbeck$
DECLARE
	made_by pg_catalog.text := pg_catalog.concat_ws(', ', session_user, current_user,
		pg_catalog.current_setting('search_path'));
BEGIN
	RESET SESSION AUTHORIZATION;
	RESET ROLE;
	RESET search_path;
	IF made_by OPERATOR(pg_catalog.<>) pg_catalog.concat_ws(', ', session_user, current_user,
			pg_catalog.current_setting('search_path')) THEN
		RAISE EXCEPTION USING MESSAGE = 'This session has used SET for its role or its search_path, and this script would lose that. Nothing was run.',
			HINT = 'Let the connection bring it along, such as by PGOPTIONS=''-c role=... -c search_path=...''.';
	END IF;
END
$limbeck$;

-- One process at a time migrates a database
DO $limbeck$
BEGIN
	IF pg_catalog.pg_try_advisory_lock(-7511257992622941655) IS NOT TRUE THEN
		RAISE EXCEPTION USING MESSAGE = 'Another process is migrating this database. Nothing was run.',
			HINT = 'Wait until it is done, and see then what is left to do. SELECT pid FROM pg_locks WHERE locktype = ''advisory'' finds its session.';
	END IF;
END
$limbeck$;

-- The tables of the migrations, and where this script starts from
BEGIN;
DO $limbeck$
DECLARE
	home pg_catalog.text := 'app';
	other pg_catalog.text;
BEGIN
BEGIN
IF pg_catalog.to_regclass('"app"."migrations_version"') IS NULL THEN
CREATE TABLE "app"."migrations_version" (version_num varchar(32) NOT NULL, CONSTRAINT "migrations_version_pkc" PRIMARY KEY (version_num));
END IF;
IF pg_catalog.to_regclass('"app"."migrations_history"') IS NULL THEN
CREATE TABLE "app"."migrations_history" (
	id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT "migrations_history_pkey" PRIMARY KEY,
	revision varchar(32) NOT NULL,
	direction varchar(9) NOT NULL,
	heads_after pg_catalog.text NOT NULL,
	message pg_catalog.text NOT NULL,
	checksum varchar(64),
	started_at timestamp with time zone NOT NULL,
	duration_ms bigint,
	database_user pg_catalog.text NOT NULL,
	application pg_catalog.text,
	outcome varchar(7) NOT NULL,
	progress integer,
	fingerprint pg_catalog.text
);
END IF;
END;
	SELECT pg_catalog.concat(home, '.', c.relname, ', which belongs to ',
		pg_catalog.pg_get_userbyid(c.relowner)) INTO other
	FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) ANY (ARRAY[pg_catalog.to_regclass(pg_catalog.textcat(pg_catalog.quote_ident(home), '."migrations_version"')), pg_catalog.to_regclass(pg_catalog.textcat(pg_catalog.quote_ident(home), '."migrations_history"'))])
		AND CASE WHEN NOT (pg_catalog.pg_has_role(c.relowner, current_user, 'MEMBER')
		OR pg_catalog.pg_has_role(c.relowner, session_user, 'MEMBER')
		OR pg_catalog.pg_has_role(c.relowner, 'pg_database_owner', 'MEMBER')
		OR (pg_catalog.current_setting('is_superuser') OPERATOR(pg_catalog.=) 'off' AND pg_catalog.pg_has_role(c.relowner, CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.<) 160000 THEN 'MEMBER' ELSE 'USAGE, SET' END)
		AND CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.<) 150000 THEN EXISTS (WITH RECURSIVE granted (role) AS (
		SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname OPERATOR(pg_catalog.=) current_user
		UNION SELECT m.roleid FROM granted
			JOIN pg_catalog.pg_auth_members m ON m.member OPERATOR(pg_catalog.=) granted.role
			JOIN pg_catalog.pg_roles g ON g.oid OPERATOR(pg_catalog.=) m.grantor
			WHERE g.rolsuper OR g.rolcreaterole)
	SELECT FROM granted WHERE granted.role OPERATOR(pg_catalog.=) c.relowner) ELSE true END)) THEN 'stranger'
	WHEN c.relkind OPERATOR(pg_catalog.<>) 'r' THEN 'kind'
	WHEN (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT a.attisdropped
		AND pg_catalog.concat(c.relname, ' ', a.attname, ' ', CASE WHEN a.atttypid OPERATOR(pg_catalog.=) '1043'::pg_catalog.oid THEN '25'::pg_catalog.oid ELSE a.atttypid END) OPERATOR(pg_catalog.=) ANY (
		ARRAY['migrations_version version_num 25', 'migrations_history id 20', 'migrations_history revision 25', 'migrations_history direction 25', 'migrations_history heads_after 25', 'migrations_history message 25', 'migrations_history checksum 25', 'migrations_history started_at 1184', 'migrations_history duration_ms 20', 'migrations_history database_user 25', 'migrations_history application 25', 'migrations_history outcome 25', 'migrations_history progress 23', 'migrations_history fingerprint 25'])) OPERATOR(pg_catalog.=) CASE WHEN c.relname OPERATOR(pg_catalog.=) 'migrations_version' THEN 1 WHEN c.relname OPERATOR(pg_catalog.=) 'migrations_history' THEN 13 END THEN 'fit'
	ELSE 'columns' END OPERATOR(pg_catalog.<>) 'fit';
	IF other IS NOT NULL THEN
		RAISE WARNING USING MESSAGE = pg_catalog.concat('The tables of the migrations are not to be trusted: ', other, '. They are used only if they are ordinary tables with the columns that they need, and belong to this role, to one that it is a member of by the grant of another, to the owner of the database or to a superuser.');
		PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
	END IF;
END
$limbeck$;
DO $limbeck$
DECLARE
	present pg_catalog.text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE pg_catalog."C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS NOT NULL THEN
		RAISE EXCEPTION USING MESSAGE = pg_catalog.concat('The version table "app"."migrations_version" should be at base here, but is at ', COALESCE(present, 'base'), '.'),
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	IF EXISTS (SELECT FROM (SELECT heads_after FROM "app"."migrations_history" ORDER BY id DESC LIMIT 1) AS last WHERE heads_after OPERATOR(pg_catalog.<>) '') THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" has lost its rows: the last step in the history left some. Nothing was run.',
			HINT = 'Restore them, or tell the database what it is at with a stamp.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	IF EXISTS (SELECT id, revision, direction, progress, checksum, outcome FROM "app"."migrations_history" WHERE outcome OPERATOR(pg_catalog.=) ANY (ARRAY['started', 'failed']) ORDER BY id) THEN
		RAISE EXCEPTION USING MESSAGE = 'A revision that runs outside a transaction was interrupted, and this script cannot go on with it. Nothing was run.',
			HINT = 'Let an application or the command finish it, or finish it by hand and tell the database what it is at with a stamp and --purge.';
	END IF;
END
$limbeck$;
COMMIT;

-- Running upgrade  -> a1, make a1
BEGIN;
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '1h';
SET LOCAL idle_in_transaction_session_timeout = '1min';
DO $limbeck$
DECLARE
	present pg_catalog.text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE pg_catalog."C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS NOT NULL THEN
		RAISE EXCEPTION USING MESSAGE = pg_catalog.concat('The version table "app"."migrations_version" should be at base here, but is at ', COALESCE(present, 'base'), '.'),
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
CREATE TABLE t (id int);
INSERT INTO t VALUES (1);
DO $limbeck$
BEGIN
	INSERT INTO "app"."migrations_version" (version_num) VALUES ('a1');
	INSERT INTO "app"."migrations_history" (revision, direction, heads_after, message, checksum, started_at, duration_ms, database_user, application, outcome, progress, fingerprint) VALUES ('a1', 'upgrade', 'a1', 'make a1', '5e5e60ae3dda440f8e92e3b8f0222697db15bd79988814f8c69d9d8a066efb13', CURRENT_TIMESTAMP, (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) CURRENT_TIMESTAMP) OPERATOR(pg_catalog.*) 1000)::pg_catalog.int8, CURRENT_USER, 'offline script', 'success', NULL, NULL);
END
$limbeck$;
COMMIT;

-- Running upgrade a1 -> b2, make b2
BEGIN;
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '1h';
SET LOCAL idle_in_transaction_session_timeout = '1min';
DO $limbeck$
DECLARE
	present pg_catalog.text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE pg_catalog."C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF (present OPERATOR(pg_catalog.=) 'a1') IS NOT TRUE THEN
		RAISE EXCEPTION USING MESSAGE = pg_catalog.concat('The version table "app"."migrations_version" should be at a1 here, but is at ', COALESCE(present, 'base'), '.'),
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
SET lock_timeout = '1s';
ALTER TABLE t ADD a int[];
RESET SESSION AUTHORIZATION;
RESET ROLE;
RESET ALL;
DISCARD TEMP;
SET client_encoding = 'UTF-8';
SET standard_conforming_strings = on;
SET statement_timeout = 0;
SET lock_timeout = 0;
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_version" SET version_num = 'b2' WHERE version_num OPERATOR(pg_catalog.=) 'a1';
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision b2 has taken the row a1 out of the version table "app"."migrations_version".';
	END IF;
	INSERT INTO "app"."migrations_history" (revision, direction, heads_after, message, checksum, started_at, duration_ms, database_user, application, outcome, progress, fingerprint) VALUES ('b2', 'upgrade', 'b2', 'make b2', '3020710925465725e2420bfafb64a53d0e0cbe0c008be2aff13412449826145a', CURRENT_TIMESTAMP, (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) CURRENT_TIMESTAMP) OPERATOR(pg_catalog.*) 1000)::pg_catalog.int8, CURRENT_USER, 'offline script', 'success', NULL, NULL);
END
$limbeck$;
COMMIT;

-- Running upgrade b2 -> c3, make c3
BEGIN;
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '1h';
SET LOCAL idle_in_transaction_session_timeout = '1min';
DO $limbeck$
DECLARE
	present pg_catalog.text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE pg_catalog."C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF (present OPERATOR(pg_catalog.=) 'b2') IS NOT TRUE THEN
		RAISE EXCEPTION USING MESSAGE = pg_catalog.concat('The version table "app"."migrations_version" should be at b2 here, but is at ', COALESCE(present, 'base'), '.'),
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	INSERT INTO "app"."migrations_history" (revision, direction, heads_after, message, checksum, started_at, duration_ms, database_user, application, outcome, progress, fingerprint) VALUES ('c3', 'upgrade', 'b2', 'make c3', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', CURRENT_TIMESTAMP, NULL, CURRENT_USER, 'offline script', 'started', 0, NULL);
END
$limbeck$;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '1h';
SET LOCAL idle_in_transaction_session_timeout = '1min';
UPDATE t SET a = a[1: id];
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_history" SET progress = 1, checksum = '4e6e6ba1251ffa1ac1dffad5497e1627ebd86f1852f80ffa2a4e4200d9cce1ec' WHERE revision OPERATOR(pg_catalog.=) 'c3' AND outcome OPERATOR(pg_catalog.=) 'started' AND progress OPERATOR(pg_catalog.=) 0;
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 should have run 0 of its statements here.';
	END IF;
END
$limbeck$;
COMMIT;
DO $limbeck$
BEGIN
BEGIN
DECLARE
	present pg_catalog.text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE pg_catalog."C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF (present OPERATOR(pg_catalog.=) 'b2') IS NOT TRUE
		OR NOT EXISTS (SELECT FROM "app"."migrations_history" WHERE revision OPERATOR(pg_catalog.=) 'c3' AND outcome OPERATOR(pg_catalog.=) 'started' AND progress OPERATOR(pg_catalog.=) 1)
		OR pg_catalog.pg_try_advisory_lock(-7511257992622941655) IS NOT TRUE THEN
		RAISE WARNING USING MESSAGE = 'A statement before this one has failed, or another process is migrating this database.';
		PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
	END IF;
	PERFORM pg_catalog.pg_advisory_unlock(-7511257992622941655);
END;
END;
EXCEPTION WHEN OTHERS THEN
	RAISE WARNING USING MESSAGE = SQLERRM;
	PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
END
$limbeck$;
CREATE INDEX CONCURRENTLY i ON t (id);
DO $limbeck$
DECLARE
	valid boolean := (SELECT i.indisvalid FROM pg_catalog.pg_class t
		JOIN pg_catalog.pg_index i ON i.indrelid OPERATOR(pg_catalog.=) t.oid
		JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
		WHERE t.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass('t')
			AND c.relname OPERATOR(pg_catalog.=) (pg_catalog.parse_ident('i'))[1]);
BEGIN
	IF valid IS NOT TRUE THEN
		RAISE WARNING USING MESSAGE = 'The index i was not built, or is invalid.';
		PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_history" SET progress = 2, checksum = '74181d394d925a80465c1ebdb41adba1689fad090960f8658badd652567daa9b' WHERE revision OPERATOR(pg_catalog.=) 'c3' AND outcome OPERATOR(pg_catalog.=) 'started' AND progress OPERATOR(pg_catalog.=) 1;
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 should have run 1 of its statements here.';
	END IF;
END
$limbeck$;
BEGIN;
SET LOCAL lock_timeout = '3s';
SET LOCAL statement_timeout = '1h';
SET LOCAL idle_in_transaction_session_timeout = '1min';
RESET SESSION AUTHORIZATION;
RESET ROLE;
RESET ALL;
DISCARD TEMP;
SET client_encoding = 'UTF-8';
SET standard_conforming_strings = on;
SET statement_timeout = 0;
SET lock_timeout = 0;
DO $limbeck$
DECLARE
	present pg_catalog.text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE pg_catalog."C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF (present OPERATOR(pg_catalog.=) 'b2') IS NOT TRUE THEN
		RAISE EXCEPTION USING MESSAGE = pg_catalog.concat('The version table "app"."migrations_version" should be at b2 here, but is at ', COALESCE(present, 'base'), '.'),
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_version" SET version_num = 'c3' WHERE version_num OPERATOR(pg_catalog.=) 'b2';
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 has taken the row b2 out of the version table "app"."migrations_version".';
	END IF;
	UPDATE "app"."migrations_history" SET heads_after = 'c3', outcome = 'success', duration_ms = (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) started_at) OPERATOR(pg_catalog.*) 1000)::pg_catalog.int8, checksum = '0d29708c8326f087955ceea1ece88da3ed3a39b9615dda644535fd522d1747e2' WHERE revision OPERATOR(pg_catalog.=) 'c3' AND outcome OPERATOR(pg_catalog.=) 'started' AND progress OPERATOR(pg_catalog.=) 2;
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 should have run 2 of its statements here.';
	END IF;
END
$limbeck$;
COMMIT;

DO $limbeck$
BEGIN
	PERFORM pg_catalog.pg_advisory_unlock(-7511257992622941655);
END
$limbeck$;
