package dev.limbeck.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory with revision files for a test.
 *
 * @param path the directory
 */
public record RevisionDirectory(Path path) {

	/**
	 * Write a revision.
	 * @param id its id
	 * @param downRevision the key's value, may be empty
	 * @param upgrade the SQL of its upgrade
	 * @return this directory
	 */
	public RevisionDirectory write(String id, String downRevision, String upgrade) {
		return writeFile(id + ".sql", """
				-- make %s
				--
				-- revision: %s
				-- down_revision: %s

				-- migrate:upgrade
				%s
				""".formatted(id, id, downRevision, upgrade));
	}

	/**
	 * Write a revision that can be taken back.
	 * @param id its id
	 * @param downRevision the key's value, may be empty
	 * @param upgrade the SQL of its upgrade
	 * @param downgrade the SQL of its downgrade
	 * @return this directory
	 */
	public RevisionDirectory write(String id, String downRevision, String upgrade, String downgrade) {
		return write(id, downRevision, upgrade + "\n\n-- migrate:downgrade\n" + downgrade);
	}

	/**
	 * Write a file.
	 * @param name its name, with slashes
	 * @param content its text
	 * @return this directory
	 */
	public RevisionDirectory writeFile(String name, String content) {
		try {
			Path file = this.path.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content, StandardCharsets.UTF_8);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the directory as a version location.
	 * @return the location
	 */
	public String location() {
		return "file:" + this.path;
	}

}
