package dev.limbeck.autogenerate.shadow;

import dev.limbeck.runtime.ConnectionSource;

/**
 * An empty database in which the revisions are run so that the model can be compared with
 * what they make, whatever state the application's own database is in. What is in it is
 * gone when it is closed, and also when the process is told to end.
 *
 * @since 0.1.0
 */
public interface ShadowDatabase extends AutoCloseable {

	/**
	 * Return where connections to it come from.
	 * @return the connections, as a user who may create anything in it
	 */
	ConnectionSource connections();

	/**
	 * Return what it is, for messages.
	 * @return a phrase without article and secrets, such as
	 * {@code embedded PostgreSQL 18.6}
	 */
	String description();

	/**
	 * Return what to do if a revision cannot be run in it.
	 * @return one or more sentences
	 */
	String advice();

	/**
	 * Tell whether roles that the role of the migrations need not trust may be able to
	 * connect to it, so that what is there need not be what the revisions have made.
	 * @return whether there may be others
	 */
	default boolean isShared() {
		return true;
	}

	/**
	 * Tell whether it is being removed, because the process was told to end.
	 * @return whether what fails in it fails for that reason
	 */
	default boolean isEnding() {
		return false;
	}

	/**
	 * Note what is in it now as what this run has made, so that it can be removed even if
	 * this process is killed.
	 */
	default void record() {
	}

	/**
	 * Remove what is in it, and the database itself if it was made for this. What cannot
	 * be removed is logged.
	 */
	@Override
	void close();

}
