package dev.limbeck.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.limbeck.revision.MigrationException;

/**
 * The file that a script was to be written to cannot be written.
 *
 * @since 0.1.0
 */
public class OutputFileException extends MigrationException {

	OutputFileException(Path file, IOException cause) {
		super("The script cannot be written to '%s': %s. Nothing was written.".formatted(file, cause.getMessage()),
				"Name a file in a directory that exists and that you may write to.", cause);
	}

}
