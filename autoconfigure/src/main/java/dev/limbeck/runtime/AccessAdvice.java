package dev.limbeck.runtime;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;

/**
 * What to do about an error of the server that the migrations ran into by themselves, by
 * its cause.
 *
 * @param dialect how the database says it
 * @param settings where the tables of the migrations are
 */
record AccessAdvice(Dialect dialect, MigrationSettings settings) {

	private static final String GOES_ON = " What was committed before stays; the next start goes on from there.";

	/**
	 * Return what to do.
	 * @param error what the server said
	 * @return one or more sentences
	 */
	String of(ServerError error) {
		return switch (error.kind()) {
			case MISSING_PRIVILEGE -> "Let the owner of the tables run: GRANT SELECT, INSERT, UPDATE, DELETE ON "
					+ version() + " TO …; GRANT SELECT, INSERT, UPDATE ON " + history()
					+ " TO …, with the user of the migrations. "
					+ "A user that only looks, as 'current' and on-startup=validate do, needs GRANT SELECT ON "
					+ version() + ", " + history() + ", and both need USAGE on the schema." + GOES_ON;
			case LOCK_TIMEOUT ->
				"Another session holds a lock on a table of the migrations for longer than lock_timeout lets "
						+ "wait. See who does (SELECT pid, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks "
						+ "WHERE relation = '" + version().replace("'", "''")
						+ "'::regclass)), wait until it has ended, and " + "start again." + GOES_ON;
			case CANCELLED ->
				"A timeout (statement_timeout) or another session (pg_cancel_backend) ended the statement. Give the user "
						+ "of the migrations more time, and start again." + GOES_ON;
			case DISK_FULL -> "Make room where the server has its data, and start again." + GOES_ON;
			case MISSING_SCHEMA -> "Create the schema"
					+ ((this.settings.schema() != null)
							? ": CREATE SCHEMA " + this.dialect.quote(this.settings.schema()) : "")
					+ "; or set migrations.create-schema=true, so that a start and 'ensure_version' create it; or name a "
					+ "schema that exists with migrations.version-table-schema.";
			case LOGIN_REFUSED -> "Correct the user and the password: the server runs, and refuses them. pg_hba.conf "
					+ "says who may connect from where.";
			case MISSING_DATABASE ->
				"Create the database, or correct its name in the URL: the server runs, and does not have it.";
			case TOO_MANY_CONNECTIONS ->
				"Wait until connections are free, give the pools of the applications fewer, or raise "
						+ "max_connections of the server." + GOES_ON;
			default ->
				"See that the database runs and can be reached from here, and that the user may connect, use the "
						+ "schema and write to the tables " + this.settings.versionTable() + " and "
						+ this.settings.historyTable() + ". If the schema is another, name it with "
						+ "migrations.version-table-schema." + GOES_ON;
		};
	}

	private String version() {
		return qualified(this.settings.versionTable());
	}

	private String history() {
		return qualified(this.settings.historyTable());
	}

	private String qualified(String table) {
		String schema = this.settings.schema();
		return ((schema != null) ? this.dialect.quote(schema) + "." : "") + this.dialect.quote(table);
	}

}
