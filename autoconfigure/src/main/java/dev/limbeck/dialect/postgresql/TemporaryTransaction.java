package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

import org.jspecify.annotations.Nullable;

/**
 * A transaction that is rolled back when it is closed. Within one of somebody else's it
 * is a savepoint.
 *
 * @param connection the connection
 * @param savepoint where somebody else's transaction goes on, {@code null} if there is
 * none
 */
record TemporaryTransaction(Connection connection, @Nullable Savepoint savepoint) implements AutoCloseable {

	static TemporaryTransaction begin(Connection connection) throws SQLException {
		if (connection.getAutoCommit()) {
			connection.setAutoCommit(false);
			return new TemporaryTransaction(connection, null);
		}
		return new TemporaryTransaction(connection, connection.setSavepoint());
	}

	boolean isOwn() {
		return this.savepoint == null;
	}

	@Override
	public void close() throws SQLException {
		if (this.savepoint != null) {
			this.connection.rollback(this.savepoint);
			this.connection.releaseSavepoint(this.savepoint);
			return;
		}
		this.connection.rollback();
		this.connection.setAutoCommit(true);
	}

}
