package dev.limbeck.command;

import java.time.Duration;
import java.util.List;

import dev.limbeck.revision.Direction;

/**
 * What an upgrade, a downgrade or a stamp found and did.
 *
 * @param direction which of them it was
 * @param revisions the ids of the revisions that were run, in order; of a stamp the rows
 * that it wrote
 * @param heads the rows of the version table afterwards, sorted
 * @param warnings what the user should know about the plan, a sentence each
 * @param duration how long it took, with the wait for other processes
 * @since 0.1.0
 */
public record MigrationResult(Direction direction, List<String> revisions, List<String> heads, List<String> warnings,
		Duration duration) {

	/**
	 * Create a result.
	 * @param direction what was done
	 * @param revisions the revisions that were run
	 * @param heads the rows of the version table afterwards
	 * @param warnings what the user should know
	 * @param duration how long it took
	 */
	public MigrationResult {
		revisions = List.copyOf(revisions);
		heads = List.copyOf(heads);
		warnings = List.copyOf(warnings);
	}

}
