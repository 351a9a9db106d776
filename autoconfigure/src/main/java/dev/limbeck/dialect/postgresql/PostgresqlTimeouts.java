package dev.limbeck.dialect.postgresql;

import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.SessionTimeouts;
import dev.limbeck.dialect.Timeouts;

/**
 * Timeouts as settings of PostgreSQL.
 */
final class PostgresqlTimeouts {

	private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 170000;

	private PostgresqlTimeouts() {
	}

	/**
	 * Return what limits the transaction that is open.
	 * @param timeouts its timeouts
	 * @return the statements
	 */
	static List<String> setLocal(Timeouts timeouts) {
		return List.of("SET LOCAL lock_timeout = " + literal(timeouts.lock()),
				"SET LOCAL statement_timeout = " + literal(timeouts.statement()),
				"SET LOCAL idle_in_transaction_session_timeout = " + literal(timeouts.idleInTransaction()));
	}

	/**
	 * Return what limits the session.
	 * @param statement how long a statement takes
	 * @return the statement
	 */
	static String set(Duration statement) {
		return "SET statement_timeout = " + literal(statement);
	}

	/**
	 * Return what lets the server look during a statement whether its client is there.
	 * Not every platform can.
	 * @param timeouts the timeouts
	 * @return the statement
	 */
	static String setCheck(SessionTimeouts timeouts) {
		return "SET client_connection_check_interval = " + literal(timeouts.clientConnectionCheckInterval());
	}

	/**
	 * Return what lets the server notice that its client is gone, and be patient
	 * otherwise.
	 * @param timeouts the timeouts
	 * @param serverVersion the version of the server
	 * @return the statements
	 */
	static String set(SessionTimeouts timeouts, int serverVersion) {
		String everywhere = "SET statement_timeout = 0; SET lock_timeout = 0; SET idle_session_timeout = 0; "
				+ "SET tcp_keepalives_idle = " + literal(timeouts.tcpKeepalivesIdle())
				+ "; SET tcp_keepalives_interval = " + literal(timeouts.tcpKeepalivesInterval())
				+ "; SET tcp_keepalives_count = " + timeouts.tcpKeepalivesCount() + "; SET tcp_user_timeout = "
				+ literal(timeouts.tcpUserTimeout());
		return (serverVersion >= FIRST_WITH_TRANSACTION_TIMEOUT)
				? everywhere + "; SET transaction_timeout = " + literal(timeouts.transaction()) : everywhere;
	}

	// In the largest unit that says it
	static String literal(Duration time) {
		long millis = time.toMillis();
		if (millis == 0) {
			return "0";
		}
		if (millis % 3_600_000 == 0) {
			return "'" + millis / 3_600_000 + "h'";
		}
		if (millis % 60_000 == 0) {
			return "'" + millis / 60_000 + "min'";
		}
		return (millis % 1000 == 0) ? "'" + millis / 1000 + "s'" : "'" + millis + "ms'";
	}

}
