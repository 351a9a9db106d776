package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.Dialect;

/**
 * Indexes that a failed CREATE INDEX CONCURRENTLY has left. They cost what an index
 * costs, and no query uses them.
 *
 * @param names their names, quoted and with their schemas
 */
record InvalidIndexes(List<String> names) {

	static InvalidIndexes find(Connection connection, Dialect dialect) throws SQLException {
		return new InvalidIndexes(dialect.invalidIndexes(connection));
	}

	/**
	 * Say what there is, and what to do.
	 * @return a warning for each of them
	 */
	List<String> warnings() {
		return this.names.stream()
			.map((name) -> "The index " + name
					+ " is INVALID: the statement that was to build it has failed, and no query uses it. "
					+ "Drop it with DROP INDEX CONCURRENTLY " + name + ", or build it with REINDEX INDEX CONCURRENTLY "
					+ name + ".")
			.toList();
	}

}
