package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * PostgreSQL's JDBC driver, which an application may have excluded.
 */
final class PostgresqlDriver {

	static final String CLASS = "org.postgresql.Driver";

	private static final String CONNECTION = "org.postgresql.PGConnection";

	private PostgresqlDriver() {
	}

	/**
	 * Make sure that the driver is there.
	 * @param classLoader where it has to be
	 * @throws ConnectionException if it is not
	 */
	static void require(@Nullable ClassLoader classLoader) {
		if (!isPresent(classLoader)) {
			throw missing();
		}
	}

	static boolean isPresent(@Nullable ClassLoader classLoader) {
		return ClassUtils.isPresent(CONNECTION, classLoader);
	}

	static ConnectionException missing() {
		return new ConnectionException("PostgreSQL's JDBC driver is not on the class path.",
				"Add the dependency org.postgresql:postgresql with the scope runtime, in Gradle "
						+ "runtimeOnly(\"org.postgresql:postgresql\"); Spring Boot's dependency management knows its "
						+ "version. The starter brings it unless it is excluded.");
	}

}
