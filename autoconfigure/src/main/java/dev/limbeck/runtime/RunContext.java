package dev.limbeck.runtime;

import java.sql.Connection;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationSession;

/**
 * Where a run takes place.
 *
 * @param connection the one connection that does the work
 * @param dialect how the database says it
 * @param session the connection as a session that holds the lock
 * @param settings how to migrate
 * @param tables the version table and the history
 * @param scope whose transaction the steps are in
 * @param listeners who is told of the steps
 */
record RunContext(Connection connection, Dialect dialect, MigrationSession session, MigrationSettings settings,
		StateTables tables, TransactionScope scope, Listeners listeners) {
}
