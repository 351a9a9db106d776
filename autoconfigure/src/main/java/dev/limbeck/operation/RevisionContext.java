package dev.limbeck.operation;

import java.sql.Connection;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a revision that is a program can know of the run and of the database.
 *
 * @since 0.1.0
 */
public interface RevisionContext {

	/**
	 * Return whether the operations become a script instead of being carried out. Then
	 * there is no database to read.
	 * @return whether this is offline mode
	 */
	boolean isOffline();

	/**
	 * Return the connection on which the operations are carried out, with what they have
	 * done so far. The transaction is not the revision's own: commit, rollback (but to a
	 * savepoint) and close are refused.
	 * @return the connection
	 * @throws RuntimeException if this is offline mode
	 */
	Connection connection();

	/**
	 * Return a client for the {@link #connection() connection}.
	 * @return the client
	 * @throws RuntimeException if this is offline mode
	 */
	JdbcClient jdbcClient();

	/**
	 * Return an argument that the run was started with ({@code -x key=value}).
	 * @param key the key
	 * @return the value, {@code null} if there is none
	 */
	@Nullable String xArgument(String key);

	/**
	 * Return the tag that the run was started with ({@code --tag}).
	 * @return the tag, {@code null} if there is none
	 */
	@Nullable String tag();

	/**
	 * Return the log of the revision's class.
	 * @return the log
	 */
	Log logger();

}
