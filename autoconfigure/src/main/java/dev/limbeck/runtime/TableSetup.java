package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
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
		DatabaseState state = DatabaseState.read(context.connection(), context.dialect(), context.tables());
		if (isReached(state)) {
			return false;
		}
		new FirstRunGuard(context).requireNoOtherVersionTable();
		context.trail().beginSetup();
		create(context, state);
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
	 * Create the tables that are missing. The caller holds the lock; if somebody creates
	 * one all the same, it is an error and not taken for ours.
	 * @param context where
	 * @param state what is there
	 * @throws SQLException if they cannot be created
	 */
	void create(RunContext context, DatabaseState state) throws SQLException {
		Connection connection = context.connection();
		try {
			if (context.scope() == TransactionScope.CALLER) {
				create(connection, context, state);
			}
			else {
				Transaction.run(connection, () -> create(connection, context, state));
			}
		}
		catch (SQLException ex) {
			if (context.dialect().isMissingPrivilege(ex)) {
				throw mayNotCreate(context, ex);
			}
			throw ex;
		}
	}

	private static void create(Connection connection, RunContext context, DatabaseState state) throws SQLException {
		StateTables tables = context.tables();
		try (Statement statement = connection.createStatement()) {
			if (context.settings().createSchema() && isMissing(connection, context.session().schema())) {
				statement.execute("CREATE SCHEMA " + context.dialect().quote(context.session().schema()));
			}
			if (!state.hasVersions()) {
				statement.execute(tables.createVersionTable());
			}
			if (!state.hasHistory()) {
				statement.execute(tables.createHistoryTable());
			}
		}
	}

	// Whoever may not create a schema may not say IF NOT EXISTS either
	private static boolean isMissing(Connection connection, String schema) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(
				"SELECT FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.=) ?::pg_catalog.name")) {
			query.setString(1, schema);
			try (ResultSet row = query.executeQuery()) {
				return !row.next();
			}
		}
	}

	private static DatabaseAccessException mayNotCreate(RunContext context, SQLException cause) throws SQLException {
		Dialect dialect = context.dialect();
		ServerError error = dialect.describe(cause);
		String user = context.connection().getMetaData().getUserName();
		String schema = context.session().schema();
		return new DatabaseAccessException(
				"The user '" + user + "' may not create the tables " + context.settings().versionTable() + " and "
						+ context.settings().historyTable() + " in the schema '" + schema + "': " + error.message()
						+ " (SQLSTATE " + error.sqlState() + "). Nothing was run.",
				"Let the owner of the schema or of the database run: GRANT USAGE, CREATE ON SCHEMA "
						+ dialect.quote(schema) + " TO " + dialect.quote(user)
						+ "; or name another schema with migrations.version-table-schema.",
				cause, error.shown(false));
	}

}
