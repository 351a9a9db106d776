package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import dev.limbeck.schema.Schema;

/**
 * Has the database itself say how it would print a schema that is wanted, so that
 * expressions can be compared as text. What it takes is created beside the user's own,
 * and taken back; nothing of the application is evaluated, and nothing is looked up where
 * a role that must not be trusted may have put it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TargetNormalizer {

	/**
	 * Normalize a schema.
	 * @param connection the connection, which is left as it was; a transaction that is
	 * open stays open
	 * @param scope what was read of the database
	 * @param target the schema that is wanted
	 * @param database what is there, which saves work where it agrees already
	 * @return the target
	 * @throws SQLException if the server cannot be asked
	 * @throws RefusedTargetException if the server refuses part of the target
	 */
	NormalizedTarget normalize(Connection connection, InspectionScope scope, Schema target, Schema database)
			throws SQLException;

	/**
	 * Return this for a database that no role can connect to but that of the migrations.
	 * Whatever is there is trusted.
	 * @return the normalizer
	 */
	default TargetNormalizer onPrivateDatabase() {
		return this;
	}

}
