package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

/**
 * A migration environment that was laid out.
 *
 * @param directory where it is
 * @param created the files and directories that were written
 * @param skipped the files that were there before and were left as they are
 * @param properties the properties that the application needs, as lines for its
 * {@code application.properties}; empty if the defaults do
 * @since 0.1.0
 */
public record InitResult(Path directory, List<Path> created, List<Path> skipped, String properties) {

	/**
	 * Create a result.
	 * @param directory where it is
	 * @param created what was written
	 * @param skipped what was left as it is
	 * @param properties the properties
	 */
	public InitResult {
		created = List.copyOf(created);
		skipped = List.copyOf(skipped);
	}

}
