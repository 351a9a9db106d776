package dev.limbeck.dialect;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a script says what migrations need when nobody can look at the answers: run by the
 * command line client of the database, or sent statement by statement. What must hold is
 * checked by statements that fail. None of them ends with a semicolon.
 *
 * @since 0.1.0
 */
public interface ScriptSyntax {

	/**
	 * Write a text as a constant.
	 * @param value the text
	 * @return the constant; characters that an editor would not show are escaped
	 */
	String literal(String value);

	/**
	 * Return a statement in a spelling that the command line client takes for nothing
	 * else: it has variables, and its own idea of where a statement ends.
	 * @param statement the statement
	 * @return its text, or another of the same meaning
	 * @throws SqlSyntaxException if the client cannot be made to understand it
	 */
	String forClient(SqlStatement statement);

	/**
	 * Return what a script sets for itself.
	 * @return the statements
	 */
	List<String> settings();

	/**
	 * Return what brings the session back to what it was when the script began, and takes
	 * away temporary objects.
	 * @return the statements
	 */
	List<String> restore();

	/**
	 * Return what takes the role and the search path of the session's beginning until the
	 * end of the transaction, whatever a revision has set.
	 * @return the statements
	 */
	List<String> ownRole();

	/**
	 * Return what limits the transaction that is open, and ends with it.
	 * @param timeouts its timeouts
	 * @return the statements
	 */
	List<String> limits(Timeouts timeouts);

	/**
	 * Return what limits statements outside of a transaction, and ends with
	 * {@link #restore()}.
	 * @param statement how long a statement takes
	 * @return the statement
	 */
	String limitOutside(Duration statement);

	/**
	 * Return a statement that fails if the session has a role or a search path that
	 * {@link #restore()} would not bring back.
	 * @return the statement
	 */
	String requireFreshSession();

	/**
	 * Return a statement that takes the lock of the migrations for the session, and fails
	 * if another session has it.
	 * @return the statement
	 */
	String lock();

	/**
	 * Return a statement that releases the lock.
	 * @return the statement
	 */
	String unlock();

	/**
	 * Return a statement that finds the tables of the migrations, and ends the session if
	 * one of them is not what it should be or belongs to somebody who must not be
	 * trusted. The statements behind it use those.
	 * @param missing tables that are created unless they exist
	 * @return the statement
	 */
	String requireOwnTables(List<NewTable> missing);

	/**
	 * Return a statement that locks the rows of a table until the end of the transaction,
	 * and fails unless they are the expected ones.
	 * @param rows the rows
	 * @return the statement
	 */
	String requireRows(Rows rows);

	/**
	 * Return a statement that ends the session unless the rows of a table are the
	 * expected ones, a query has a row and no other session has the lock. It protects a
	 * statement outside a transaction behind it, which a client that goes on after an
	 * error would run.
	 * @param rows the rows
	 * @param query the query
	 * @return the statement
	 */
	String requireRowsOrEnd(Rows rows, String query);

	/**
	 * Return a statement that ends the session if a statement outside a transaction has
	 * not done what it was for, although the database calls it a success or the client
	 * has gone on after an error.
	 * @param statement the statement that has run
	 * @return the statement, or {@code null} if the database cannot tell
	 */
	@Nullable String requireEffectOrEnd(SqlStatement statement);

	/**
	 * Return an expression for all values of a column, sorted and joined.
	 * @param table the table, as it stands in SQL
	 * @param column the column, as it stands in SQL
	 * @param separator what stands between two values
	 * @param none what the expression is if there is no row
	 * @return the expression
	 */
	String joined(String table, String column, String separator, String none);

	/**
	 * Return a statement that fails if a query has a row.
	 * @param query the query
	 * @param problem what it means if it has one
	 * @param advice what to do then
	 * @return the statement
	 */
	String requireNoRow(String query, String problem, String advice);

	/**
	 * Return a statement that makes changes, and fails if one of them meets no row.
	 * @param changes the changes
	 * @return the statement
	 */
	String change(List<Change> changes);

	/**
	 * Return an expression for the milliseconds since a time.
	 * @param since an expression for the time
	 * @return the expression
	 */
	String millisSince(String since);

	/**
	 * A table of the migrations.
	 *
	 * @param name the table, as it stands in SQL
	 * @param sql the {@code CREATE TABLE}
	 */
	record NewTable(String name, String sql) {
	}

	/**
	 * The rows that a table is to have.
	 *
	 * @param table the table, as it stands in SQL
	 * @param column its only column, as it stands in SQL
	 * @param expected the values of the column
	 * @param others values that do not matter
	 */
	record Rows(String table, String column, List<String> expected, List<String> others) {

		/**
		 * Create rows.
		 * @param table the table
		 * @param column its only column
		 * @param expected the values of the column
		 * @param others values that do not matter
		 */
		public Rows {
			expected = List.copyOf(expected);
			others = List.copyOf(others);
		}

	}

	/**
	 * A change of rows.
	 *
	 * @param sql an {@code INSERT}, {@code UPDATE} or {@code DELETE}
	 * @param problem what it means if it meets no row, or {@code null} if that does not
	 * matter
	 */
	record Change(String sql, @Nullable String problem) {
	}

}
