package dev.limbeck.script;

import java.nio.file.Path;
import java.util.List;

/**
 * A migration environment that was laid out.
 *
 * @param directory where it is
 * @param created the files that were written
 * @param changed the configuration file to which properties were added, if any
 * @param skipped the files that were there before and were left as they are
 * @param properties the properties that are still to be set, as lines of a properties
 * file; empty if there are none
 * @since 0.1.0
 */
public record WrittenEnvironment(Path directory, List<Path> created, List<Path> changed, List<Path> skipped,
		String properties) {

	/**
	 * Create a result.
	 * @param directory where it is
	 * @param created the files that were written
	 * @param changed the configuration file that was added to
	 * @param skipped what was left as it is
	 * @param properties the properties that are still to be set
	 */
	public WrittenEnvironment {
		created = List.copyOf(created);
		changed = List.copyOf(changed);
		skipped = List.copyOf(skipped);
	}

}
