package dev.limbeck.script;

import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision and what it does, in SQL or in Java.
 *
 * @since 0.1.0
 */
public sealed interface RevisionScript permits SqlRevision, JavaRevision {

	/**
	 * Return its place in the graph.
	 * @return the revision
	 */
	Revision revision();

	/**
	 * Return the language.
	 * @return the format
	 */
	RevisionFormat format();

	/**
	 * Return what is said about it beyond the message.
	 * @return the description, empty if there is none
	 */
	String description();

	/**
	 * Return when it was written.
	 * @return what the revision says
	 */
	@Nullable String createDate();

	/**
	 * Return the file or class, as messages name it.
	 * @return a path, URL or name without credentials
	 */
	default String file() {
		return revision().source();
	}

	/**
	 * Return whether it can be taken back.
	 * @return whether there is a downgrade
	 */
	boolean hasDowngrade();

	/**
	 * Return the timeouts that it has of its own.
	 * @return the timeouts, of upgrade and downgrade
	 */
	RevisionTimeouts timeouts();

	/**
	 * Return what tells whether its upgrade was edited.
	 * @return the checksum, {@code null} if it has none
	 */
	@Nullable String checksum();

}
