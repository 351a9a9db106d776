package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A connection that is ready to migrate, and the lock that it takes: one process at a
 * time holds it, and the server releases it when the session ends, however it ends.
 *
 * @since 0.1.0
 */
public interface MigrationSession {

	/**
	 * Return the schema of the version table.
	 * @return its name, unquoted
	 */
	String schema();

	/**
	 * Return what brings the session back to what it was when it was opened: its settings
	 * (the search path, the role), and no temporary objects. Otherwise a revision that
	 * changes them would change what those behind it in the same run do, but not in a
	 * later run. Temporary objects stay in a session that was borrowed, since they may be
	 * the caller's.
	 * @return the statements
	 */
	List<String> restore();

	/**
	 * Return what takes the role of the session's beginning until the end of the
	 * transaction, whatever role a revision has taken.
	 * @return a query of one row
	 */
	String ownRole();

	/**
	 * Return what limits the transaction that is open, and ends with it.
	 * @param timeouts its timeouts
	 * @return the statements
	 */
	List<String> limits(Timeouts timeouts);

	/**
	 * Return what limits statements outside of a transaction, and ends with
	 * {@link #restore()}. They wait for locks without end: one that is stopped may leave
	 * something half done.
	 * @param statement how long a statement takes, or {@code null} for without end
	 * @return the statements; none if the session is limited in this way from its
	 * beginning
	 */
	List<String> limitsOutside(@Nullable Duration statement);

	/**
	 * Try to take the lock; return at once.
	 * @return whether this session holds the lock now
	 * @throws SQLException if the database cannot be asked
	 */
	boolean tryLock() throws SQLException;

	/**
	 * Let go of what a query has left open, before a pause: for a snapshot that waits in
	 * a transaction, others would wait in turn.
	 * @throws SQLException if the database cannot be asked
	 */
	void releaseSnapshot() throws SQLException;

	/**
	 * Describe the session that holds the lock.
	 * @return process, application, address and age as far as they may be seen, or
	 * {@code null} if nobody holds it
	 * @throws SQLException if the database cannot be asked
	 */
	@Nullable String lockHolder() throws SQLException;

	/**
	 * Find the sessions that block the statement which this session is carrying out.
	 * @param observer a connection of another session, in autocommit mode
	 * @return the sessions; none if the statement does not wait for a lock
	 * @throws SQLException if the database cannot be asked
	 */
	List<Blocker> blockers(Connection observer) throws SQLException;

	/**
	 * Cancel the statement that this session is carrying out, from another thread. A
	 * session that is idle takes no notice.
	 * @throws SQLException if the server cannot be asked to
	 */
	void cancel() throws SQLException;

	/**
	 * Release the lock. One that belongs to a transaction ends with it.
	 * @return whether this session still held it
	 * @throws SQLException if the database cannot be asked
	 */
	boolean unlock() throws SQLException;

}
