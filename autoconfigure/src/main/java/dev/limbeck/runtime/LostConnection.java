package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import org.jspecify.annotations.Nullable;

/**
 * Tells a lost connection from other failures, and a statement that was cancelled. What a
 * driver says is not enough: a revision may have lost a connection of its own, to
 * somewhere else.
 */
final class LostConnection {

	private static final int SECONDS_TO_ANSWER = 5;

	private LostConnection() {
	}

	/**
	 * Return whether a failure is that a connection was lost.
	 * @param failure the failure
	 * @param connection the connection
	 * @param dialect how the database says it
	 * @return whether the connection can no longer be used
	 */
	static boolean isCauseOf(Throwable failure, Connection connection, Dialect dialect) {
		return isClosed(connection) || (isLossMentioned(failure, dialect) && !isAlive(connection));
	}

	private static boolean isLossMentioned(Throwable failure, Dialect dialect) {
		for (@Nullable
		Throwable each = failure; each != null; each = each.getCause()) {
			if (each instanceof StatementFailedException statement && statement.isConnectionLost()) {
				return true;
			}
			for (@Nullable
			Throwable next = each; next instanceof SQLException sql; next = sql.getNextException()) {
				if (dialect.describe(sql).isConnectionLost()) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Return whether a failure is that what was at work was cancelled, because the
	 * process is told to end.
	 * @param failure the failure
	 * @param shutdown whether the process is told to end
	 * @param dialect how the database says it
	 * @return whether nothing else is wrong
	 */
	static boolean isCancellation(Throwable failure, ShutdownSignal shutdown, Dialect dialect) {
		if (!shutdown.isTimeUp()) {
			return false;
		}
		for (@Nullable
		Throwable each = failure; each != null; each = each.getCause()) {
			boolean refused = each instanceof StatementFailedException statement
					&& statement.getServerError().kind() == ServerError.Kind.CANCELLED;
			boolean cancelled = each instanceof SQLException sql
					&& dialect.describe(sql).kind() == ServerError.Kind.CANCELLED;
			if (refused || cancelled || each instanceof CancelledException) {
				return true;
			}
		}
		return false;
	}

	private static boolean isClosed(Connection connection) {
		try {
			return connection.isClosed();
		}
		catch (SQLException ex) {
			return true;
		}
	}

	/**
	 * Return whether a connection answers.
	 * @param connection the connection
	 * @return whether it does within a short time
	 */
	static boolean isAlive(Connection connection) {
		try {
			return !connection.isClosed() && connection.isValid(SECONDS_TO_ANSWER);
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
