package dev.limbeck.dialect;

import java.sql.SQLException;

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
	 * Try to take the lock; return at once.
	 * @return whether this session holds the lock now
	 * @throws SQLException if the database cannot be asked
	 */
	boolean tryLock() throws SQLException;

	/**
	 * Describe the session that holds the lock.
	 * @return process, application, address and age as far as they may be seen, or
	 * {@code null} if nobody holds it
	 * @throws SQLException if the database cannot be asked
	 */
	@Nullable String lockHolder() throws SQLException;

	/**
	 * Release the lock.
	 * @return whether this session still held it
	 * @throws SQLException if the database cannot be asked
	 */
	boolean unlock() throws SQLException;

}
