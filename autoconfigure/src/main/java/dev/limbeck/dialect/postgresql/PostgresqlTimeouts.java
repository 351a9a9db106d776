package dev.limbeck.dialect.postgresql;

import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.Timeouts;

/**
 * Timeouts as settings of PostgreSQL.
 */
final class PostgresqlTimeouts {

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
