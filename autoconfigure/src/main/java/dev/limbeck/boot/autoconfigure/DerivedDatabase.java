package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * A database that the application reaches without JDBC.
 */
@FunctionalInterface
interface DerivedDatabase {

	/**
	 * Return where the database is for JDBC.
	 * @return the URL, or {@code null} if the application does not say
	 */
	@Nullable DatabaseUrl url();

}
