package dev.limbeck.script;

import java.io.IOException;
import java.util.List;

/**
 * One directory that holds revision files, with all its sub-folders.
 */
interface VersionLocation {

	/**
	 * List the revision files, in no particular order.
	 * @return the files
	 * @throws IOException if the directory cannot be read
	 */
	List<RevisionFile> list() throws IOException;

}
