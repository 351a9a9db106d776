package dev.limbeck.runtime;

import java.sql.SQLException;

/**
 * Where the statements of a Java revision go.
 */
interface StatementTarget {

	/**
	 * Take a statement.
	 * @param statement the statement
	 * @throws SQLException if something else than the statement fails
	 */
	void run(CompiledStatement statement) throws SQLException;

	/**
	 * Begin a block outside of any transaction.
	 * @throws SQLException if what stands before cannot be committed
	 */
	void enterAutocommit() throws SQLException;

	/**
	 * End a block outside of any transaction.
	 * @throws SQLException if a transaction cannot be begun
	 */
	void leaveAutocommit() throws SQLException;

	/**
	 * Return what is left of the revision now.
	 * @return a sentence about the database
	 */
	String describeState();

}
