package dev.limbeck.autogenerate.shadow;

import dev.limbeck.runtime.ConnectionSource;

/**
 * A server with the database that is configured and others beside it, all of them reached
 * as the same user.
 *
 * @since 0.1.0
 */
public interface DatabaseServer {

	/**
	 * Return where connections to the configured database come from.
	 * @return the connections
	 */
	ConnectionSource configured();

	/**
	 * Return where connections to another database of the server come from.
	 * @param name the name of the database
	 * @return the connections, none of them from a pool
	 * @throws ShadowDatabaseException if it is not known how to reach another database
	 */
	ConnectionSource database(String name);

}
