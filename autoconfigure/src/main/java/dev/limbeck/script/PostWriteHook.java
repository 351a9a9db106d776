package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Does something with the file of a new revision, such as formatting it. A hook's type in
 * {@code migrations.post-write-hooks} is the name of the bean.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PostWriteHook {

	/**
	 * Do it.
	 * @param name the name of the hook
	 * @param file the file that was written, which must stay a revision with the same
	 * header
	 * @param options the options of the hook, as they were set
	 * @throws IOException if it fails, which fails the command; the file stays
	 */
	void afterWrite(String name, Path file, String options) throws IOException;

}
