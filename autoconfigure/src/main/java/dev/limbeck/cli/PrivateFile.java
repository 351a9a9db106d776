package dev.limbeck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that only its owner can read, since a script may hold secrets.
 *
 * @param path where it is
 */
record PrivateFile(Path path) {

	/**
	 * Write the file, or replace the one that is there, at once.
	 * @param content its content
	 * @throws IOException if it cannot be written; then nothing has changed
	 */
	void write(CharSequence content) throws IOException {
		Path target = this.path.toAbsolutePath();
		Path directory = target.getParent();
		if (directory == null || Files.isDirectory(target)) {
			throw new IOException(this.path + " is a directory");
		}
		// Temporary files are readable for their owner only
		Path temporary = Files.createTempFile(directory, ".migrations", ".sql");
		try {
			Files.writeString(temporary, content, StandardCharsets.UTF_8);
			Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

}
