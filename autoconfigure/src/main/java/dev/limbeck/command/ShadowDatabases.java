package dev.limbeck.command;

/**
 * Where shadow databases come from.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ShadowDatabases {

	/**
	 * Open a shadow database, which is empty.
	 * @return the database
	 * @throws dev.limbeck.revision.MigrationException if there cannot be one
	 */
	ShadowDatabase open();

}
