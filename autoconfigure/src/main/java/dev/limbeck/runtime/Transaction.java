package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work on a connection as one transaction. What goes wrong while it is taken back never
 * hides what went wrong first.
 */
final class Transaction {

	private Transaction() {
	}

	static void run(Connection connection, Work work) throws SQLException {
		connection.setAutoCommit(false);
		try {
			work.run();
			connection.commit();
		}
		catch (SQLException | RuntimeException ex) {
			rollback(connection, ex);
			throw ex;
		}
		connection.setAutoCommit(true);
	}

	static void rollback(Connection connection, Exception failure) {
		try {
			if (!connection.getAutoCommit()) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * What is done in the transaction.
	 */
	@FunctionalInterface
	interface Work {

		void run() throws SQLException;

	}

}
