package dev.limbeck.script;

import java.io.IOException;
import java.util.List;

/**
 * Where a script directory gets its version locations from.
 */
interface LocationResolver {

	/**
	 * Find the directories, in the order in which they were named and without doubles.
	 * @return the directories; empty if the default one does not exist
	 * @throws IOException if the class path or the file system cannot be read
	 * @throws RevisionFileException if a directory that was asked for does not exist
	 */
	List<VersionLocation> find() throws IOException;

	/**
	 * See that there are no revisions that {@link #find()} does not see. This looks into
	 * jars, so it is for runs that have work to do.
	 * @throws IOException if the class path cannot be read
	 * @throws RevisionFileException if a jar has revisions and no entry for their
	 * directory, without which class loaders cannot find it
	 */
	void requireNothingOverlooked() throws IOException;

}
