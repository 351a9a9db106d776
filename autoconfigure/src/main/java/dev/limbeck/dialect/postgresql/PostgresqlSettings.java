package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The settings that a session had when a run began, and how to bring them back.
 *
 * @param restore the statements that bring them back
 * @param ownRole a query that takes the role of the beginning until the end of the
 * transaction
 */
record PostgresqlSettings(List<String> restore, String ownRole) {

	private static final String USERS = """
			pg_catalog.format(
				'SELECT pg_catalog.set_config(%L, %L, {local}), pg_catalog.set_config(%L, %L, {local})',
				'session_authorization', pg_catalog.current_setting('session_authorization'),
				'role', pg_catalog.current_setting('role'))
			""";

	private static final String OWN_ROLE = USERS.replace("{local}", "true");

	// What RESET ALL would lose: what was set since the session began, by a pool for
	// example, and what it leaves alone, the users
	private static final String QUERY = """
			SELECT pg_catalog.string_agg(
					pg_catalog.format('pg_catalog.set_config(%%L, %%L, false)', name, pg_catalog.current_setting(name)),
					', ' ORDER BY position), %s
			FROM (
				SELECT 1 AS position, 'session_authorization' AS name UNION ALL SELECT 2, 'role'
				UNION ALL SELECT 3, name FROM pg_catalog.pg_settings
				WHERE source OPERATOR(pg_catalog.=) 'session' AND name OPERATOR(pg_catalog.<>)
					ALL (ARRAY['transaction_isolation', 'transaction_read_only', 'transaction_deferrable'])
			) settings
			""".formatted(OWN_ROLE);

	// DEALLOCATE ALL would take the driver's own statements as well
	private static final String DEALLOCATE = """
			DO LANGUAGE plpgsql $limbeck$
			DECLARE
				prepared pg_catalog.text;
			BEGIN
				FOR prepared IN SELECT p.name FROM pg_catalog.pg_prepared_statements p WHERE p.from_sql LOOP
					EXECUTE pg_catalog.format('DEALLOCATE %I', prepared);
				END LOOP;
			END $limbeck$""";

	// RESET ALL would lose settings of the caller that no catalog lists (app.tenant), and
	// make those that end with a transaction outlast it. So what differs is put back
	private static final String BORROWED_QUERY = """
			SELECT pg_catalog.quote_literal(
					pg_catalog.jsonb_object_agg(name, pg_catalog.current_setting(name))::pg_catalog.text), %s, %s
			FROM pg_catalog.pg_settings
			WHERE context OPERATOR(pg_catalog.=) ANY (ARRAY['user', 'superuser'])
				AND name OPERATOR(pg_catalog.<>)
					ALL (ARRAY['transaction_isolation', 'transaction_read_only', 'transaction_deferrable'])
			""".formatted(USERS.replace("{local}", "false"), OWN_ROLE);

	private static final String DIFFERENCES = """
			SELECT pg_catalog.set_config(was.key, was.value, false)
			FROM pg_catalog.jsonb_each_text(%s::pg_catalog.jsonb) was
			WHERE NOT pg_catalog.texteq(was.value, pg_catalog.current_setting(was.key, true))""";

	/**
	 * Read the settings of a session that is given up afterwards.
	 */
	static PostgresqlSettings read(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(QUERY)) {
			row.next();
			return new PostgresqlSettings(
					List.of("RESET ALL", "DISCARD TEMP", "SELECT " + row.getString(1), DEALLOCATE), row.getString(2));
		}
	}

	/**
	 * Read the settings of a session that somebody else goes on using.
	 */
	static PostgresqlSettings readBorrowed(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(BORROWED_QUERY)) {
			row.next();
			return new PostgresqlSettings(List.of(row.getString(2), DIFFERENCES.formatted(row.getString(1))),
					row.getString(3));
		}
	}

}
