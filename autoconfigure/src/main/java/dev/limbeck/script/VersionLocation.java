package dev.limbeck.script;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Return the place on the class path, which is also the package of the classes.
	 * @return a path with a slash at the end, {@code null} if this is not on the class
	 * path
	 */
	@Nullable String folder();

	/**
	 * Add the revision files to a fingerprint, as cheaply as can be, since every start of
	 * every application does it.
	 * @param fingerprint where to add them
	 * @throws IOException if the directory cannot be read
	 */
	void addTo(Fingerprint fingerprint) throws IOException;

	/**
	 * Read a file.
	 * @param name its path below this location, with slashes
	 * @return its bytes
	 * @throws IOException if it cannot be read
	 */
	byte[] read(String name) throws IOException;

}
