package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
				create(connection, context);
			}
			else {
				Transaction.run(connection, () -> create(connection, context));
			}
		}
		catch (SQLException ex) {
			if (context.dialect().isMissingPrivilege(ex)) {
				throw mayNotCreate(context, ex);
			}
			throw ex;
		}
	}

	private static void create(Connection connection, RunContext context) throws SQLException {
		StateTables tables = context.tables();
		try (Statement statement = connection.createStatement()) {
			if (context.settings().createSchema() && isMissing(connection, context.session().schema())) {
				statement.execute("CREATE SCHEMA " + context.dialect().quote(context.session().schema()));
			}
			statement.execute(tables.createVersionTable());
			statement.execute(tables.createHistoryTable());
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
