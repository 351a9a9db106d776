package dev.limbeck.command;

import dev.limbeck.runtime.ConnectionSource;

/**
 * A database that exists only to be compared with.
 *
 * @since 0.1.0
 */
public interface ShadowDatabase extends AutoCloseable {

	/**
	 * Return where connections to it come from.
	 * @return the connections
	 */
	ConnectionSource connections();

	/**
	 * Return what it is called in messages.
	 * @return a few words
	 */
	String description();

	@Override
	void close();

}
