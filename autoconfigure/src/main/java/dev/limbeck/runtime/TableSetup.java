package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.limbeck.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Create the version table and the history where they are missing.
 */
final class TableSetup implements LockedWork<Boolean> {

	@Override
	public boolean isReached(DatabaseState state) {
		return state.hasTables();
	}

	@Override
	public Boolean reached(DatabaseState state) {
		return false;
	}

	@Override
	public @Nullable Boolean confirm(LossReport report) {
		return report.hasTables() ? true : null;
	}

	@Override
	public Boolean run(RunContext context) throws SQLException {
		if (isReached(DatabaseState.read(context.connection(), context.dialect(), context.tables()))) {
			return false;
		}
		new FirstRunGuard(context).requireNoOtherVersionTable();
		context.trail().beginSetup();
		create(context);
		return true;
	}

	@Override
	public boolean isAtomic() {
		return true;
	}

	@Override
	public RunArguments arguments() {
		return RunArguments.none();
	}

	/**
	 * Create the tables. The caller holds the lock, since the server itself does not
	 * create a table twice at a time without an error.
	 * @param context where
	 * @throws SQLException if they cannot be created
	 */
	void create(RunContext context) throws SQLException {
		Connection connection = context.connection();
		try {
			if (context.scope() == TransactionScope.CALLER) {
				create(connection, context.tables());
			}
			else {
				Transaction.run(connection, () -> create(connection, context.tables()));
			}
		}
		catch (SQLException ex) {
			if (context.dialect().isMissingPrivilege(ex)) {
				throw mayNotCreate(context, ex);
			}
			throw ex;
		}
	}

	private static void create(Connection connection, StateTables tables) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(tables.createVersionTable());
			statement.execute(tables.createHistoryTable());
		}
	}

	private static DatabaseAccessException mayNotCreate(RunContext context, SQLException cause) throws SQLException {
		Dialect dialect = context.dialect();
		String user = context.connection().getMetaData().getUserName();
		String schema = context.session().schema();
		return new DatabaseAccessException(
				"The user '" + user + "' may not create the tables " + context.settings().versionTable() + " and "
						+ context.settings().historyTable() + " in the schema '" + schema + "': "
						+ dialect.describe(cause).message() + " (SQLSTATE " + cause.getSQLState()
						+ "). Nothing was run.",
				"Let the owner of the schema or of the database run: GRANT USAGE, CREATE ON SCHEMA "
						+ dialect.quote(schema) + " TO " + dialect.quote(user)
						+ "; or name another schema with migrations.version-table-schema.",
				cause);
	}

}
