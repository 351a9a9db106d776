-- Limbeck: upgrade from base to c3
-- Run it with psql -X -v ON_ERROR_STOP=1 -f <this file>

SET client_encoding = 'UTF-8';
SET standard_conforming_strings = on;
SET statement_timeout = 0;
DO $limbeck$
DECLARE
	made_by text := pg_catalog.concat_ws(', ', session_user, current_user,
		pg_catalog.current_setting('search_path'));
BEGIN
	RESET SESSION AUTHORIZATION;
	RESET ROLE;
	RESET search_path;
	IF made_by <> pg_catalog.concat_ws(', ', session_user, current_user,
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
CREATE TABLE IF NOT EXISTS "app"."migrations_version" (version_num varchar(32) NOT NULL, CONSTRAINT "migrations_version_pkc" PRIMARY KEY (version_num));
CREATE TABLE IF NOT EXISTS "app"."migrations_history" (
	id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT "migrations_history_pkey" PRIMARY KEY,
	revision varchar(32) NOT NULL,
	direction varchar(9) NOT NULL,
	heads_after text NOT NULL,
	message text NOT NULL,
	checksum varchar(64),
	started_at timestamp with time zone NOT NULL,
	duration_ms bigint,
	database_user text NOT NULL,
	application text,
	outcome varchar(7) NOT NULL,
	progress integer,
	fingerprint text
);
DO $limbeck$
DECLARE
	present text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE "C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS DISTINCT FROM NULL THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" should be at base here, but is at ' || COALESCE(present, 'base') || '.',
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	IF EXISTS (SELECT FROM (SELECT NULL, heads_after, fingerprint, outcome FROM "app"."migrations_history" ORDER BY id DESC LIMIT 1) AS last WHERE heads_after <> '') THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" has lost its rows: the last step in the history left some. Nothing was run.',
			HINT = 'Restore them, or tell the database what it is at with a stamp.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	IF EXISTS (SELECT id, revision, direction, progress, checksum, outcome FROM "app"."migrations_history" WHERE outcome IN ('started', 'failed') ORDER BY id) THEN
		RAISE EXCEPTION USING MESSAGE = 'A revision that runs outside a transaction was interrupted, and this script cannot go on with it. Nothing was run.',
			HINT = 'Let an application or the command finish it, or finish it by hand and tell the database what it is at with a stamp and --purge.';
	END IF;
END
$limbeck$;
COMMIT;

-- Running upgrade  -> a1, make a1
BEGIN;
DO $limbeck$
DECLARE
	present text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE "C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS DISTINCT FROM NULL THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" should be at base here, but is at ' || COALESCE(present, 'base') || '.',
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
CREATE TABLE t (id int);
INSERT INTO t VALUES (1);
DO $limbeck$
BEGIN
	INSERT INTO "app"."migrations_version" (version_num) VALUES ('a1');
	INSERT INTO "app"."migrations_history" (revision, direction, heads_after, message, checksum, started_at, duration_ms, database_user, application, outcome, progress, fingerprint) VALUES ('a1', 'upgrade', 'a1', 'make a1', '5e5e60ae3dda440f8e92e3b8f0222697db15bd79988814f8c69d9d8a066efb13', CURRENT_TIMESTAMP, (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - CURRENT_TIMESTAMP) * 1000)::pg_catalog.int8, CURRENT_USER, 'offline script', 'success', NULL, NULL);
END
$limbeck$;
COMMIT;

-- Running upgrade a1 -> b2, make b2
BEGIN;
DO $limbeck$
DECLARE
	present text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE "C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS DISTINCT FROM 'a1' THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" should be at a1 here, but is at ' || COALESCE(present, 'base') || '.',
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
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_version" SET version_num = 'b2' WHERE version_num = 'a1';
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision b2 has taken the row a1 out of the version table "app"."migrations_version".';
	END IF;
	INSERT INTO "app"."migrations_history" (revision, direction, heads_after, message, checksum, started_at, duration_ms, database_user, application, outcome, progress, fingerprint) VALUES ('b2', 'upgrade', 'b2', 'make b2', '3020710925465725e2420bfafb64a53d0e0cbe0c008be2aff13412449826145a', CURRENT_TIMESTAMP, (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - CURRENT_TIMESTAMP) * 1000)::pg_catalog.int8, CURRENT_USER, 'offline script', 'success', NULL, NULL);
END
$limbeck$;
COMMIT;

-- Running upgrade b2 -> c3, make c3
BEGIN;
DO $limbeck$
DECLARE
	present text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE "C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS DISTINCT FROM 'b2' THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" should be at b2 here, but is at ' || COALESCE(present, 'base') || '.',
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
INSERT INTO "app"."migrations_history" (revision, direction, heads_after, message, checksum, started_at, duration_ms, database_user, application, outcome, progress, fingerprint) VALUES ('c3', 'upgrade', 'b2', 'make c3', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', CURRENT_TIMESTAMP, NULL, CURRENT_USER, 'offline script', 'started', 0, NULL);
COMMIT;
BEGIN;
UPDATE t SET a = a[1: id];
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_history" SET progress = 1, checksum = '4e6e6ba1251ffa1ac1dffad5497e1627ebd86f1852f80ffa2a4e4200d9cce1ec' WHERE revision = 'c3' AND outcome = 'started' AND progress = 0;
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 should have run 0 of its statements here.';
	END IF;
END
$limbeck$;
COMMIT;
DO $limbeck$
DECLARE
	present text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE "C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS DISTINCT FROM 'b2'
		OR NOT EXISTS (SELECT FROM "app"."migrations_history" WHERE revision = 'c3' AND outcome = 'started' AND progress = 1)
		OR pg_catalog.pg_try_advisory_lock(-7511257992622941655) IS NOT TRUE THEN
		RAISE WARNING USING MESSAGE = 'A statement before this one has failed, or another process is migrating this database.';
		PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
	END IF;
	PERFORM pg_catalog.pg_advisory_unlock(-7511257992622941655);
END
$limbeck$;
CREATE INDEX CONCURRENTLY i ON t (id);
DO $limbeck$
DECLARE
	valid boolean := (SELECT i.indisvalid FROM pg_catalog.pg_class t
		JOIN pg_catalog.pg_index i ON i.indrelid = t.oid
		JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
		WHERE t.oid = pg_catalog.to_regclass('t') AND c.relname = (pg_catalog.parse_ident('i'))[1]);
BEGIN
	IF valid IS NOT TRUE THEN
		RAISE WARNING USING MESSAGE = 'The index i was not built, or is invalid.';
		PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_history" SET progress = 2, checksum = '74181d394d925a80465c1ebdb41adba1689fad090960f8658badd652567daa9b' WHERE revision = 'c3' AND outcome = 'started' AND progress = 1;
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 should have run 1 of its statements here.';
	END IF;
END
$limbeck$;
BEGIN;
RESET SESSION AUTHORIZATION;
RESET ROLE;
RESET ALL;
DISCARD TEMP;
SET client_encoding = 'UTF-8';
SET standard_conforming_strings = on;
SET statement_timeout = 0;
DO $limbeck$
DECLARE
	present text := (SELECT pg_catalog.string_agg(version_num, ', ' ORDER BY version_num COLLATE "C")
		FROM (SELECT version_num FROM "app"."migrations_version" FOR UPDATE) AS locked);
BEGIN
	IF present IS DISTINCT FROM 'b2' THEN
		RAISE EXCEPTION USING MESSAGE = 'The version table "app"."migrations_version" should be at b2 here, but is at ' || COALESCE(present, 'base') || '.',
			HINT = 'See what was applied, and print a script that starts from there.';
	END IF;
END
$limbeck$;
DO $limbeck$
BEGIN
	UPDATE "app"."migrations_version" SET version_num = 'c3' WHERE version_num = 'b2';
	IF NOT FOUND THEN
		RAISE EXCEPTION USING MESSAGE = 'Revision c3 has taken the row b2 out of the version table "app"."migrations_version".';
	END IF;
	UPDATE "app"."migrations_history" SET heads_after = 'c3', outcome = 'success', duration_ms = (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - started_at) * 1000)::pg_catalog.int8, checksum = '0d29708c8326f087955ceea1ece88da3ed3a39b9615dda644535fd522d1747e2' WHERE revision = 'c3' AND outcome = 'started' AND progress = 2;
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
