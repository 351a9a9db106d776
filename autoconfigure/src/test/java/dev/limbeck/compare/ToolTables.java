package dev.limbeck.compare;

/**
 * Tables of other tools, under names that they have been given.
 */
final class ToolTables {

	static final String SQL = """
			CREATE TABLE flyway_schema_history_shop (installed_rank int PRIMARY KEY, version varchar(50), description text,
			    type text, script text, checksum int, installed_by text, installed_on timestamp, execution_time int,
			    success boolean);
			CREATE INDEX flyway_schema_history_shop_s_idx ON flyway_schema_history_shop (success);
			CREATE TABLE yb_flyway_lock_table (table_name varchar PRIMARY KEY, locked bool);
			CREATE TABLE changes (id text, author text, filename text, dateexecuted timestamp, orderexecuted int,
			    exectype text, md5sum text, description text, comments text, tag text, liquibase text, contexts text,
			    labels text, deployment_id text);
			CREATE TABLE changes_lock (id int PRIMARY KEY, locked boolean, lockgranted timestamp, lockedby text);
			CREATE TABLE py_version (version_num varchar(32) PRIMARY KEY);
			CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
			CREATE TABLE ar_internal_metadata (key text, value text, created_at timestamp, updated_at timestamp);
			CREATE TABLE locks_of_jobs (name text, lock_until timestamp, locked_at timestamp, locked_by text);
			CREATE TABLE "JOBS_TRIGGERS" ("SCHED_NAME" text, "TRIGGER_NAME" text, "TRIGGER_GROUP" text, "JOB_NAME" text);
			CREATE TABLE jobs_locks (sched_name text, lock_name text);
			CREATE TABLE web_session (primary_id text, session_id text, creation_time bigint, last_access_time bigint,
			    max_inactive_interval int, expiry_time bigint, principal_name text);
			CREATE TABLE web_session_attributes (session_primary_id text, attribute_name text, attribute_bytes bytea);
			CREATE TABLE nightly_job_instance (job_instance_id bigint, version bigint, job_name text, job_key text);
			CREATE SEQUENCE nightly_job_seq;
			CREATE TABLE nightly_step_execution (step_execution_id bigint, version bigint, step_name text,
			    job_execution_id bigint, commit_count bigint, status text);
			CREATE SEQUENCE nightly_step_execution_seq;
			CREATE TABLE messages_lock (lock_key text, region text, client_id text, created_date timestamp);
			CREATE TABLE events (id uuid, listener_id text, event_type text, serialized_event text,
			    publication_date timestamptz, completion_date timestamptz, status text);
			CREATE TABLE migrations_version (a int);
			""";

	private ToolTables() {
	}

}
