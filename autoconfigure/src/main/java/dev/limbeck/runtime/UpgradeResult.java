package dev.limbeck.runtime;

import java.time.Duration;
import java.util.List;

/**
 * What an upgrade found and did.
 *
 * @param applied the ids of the revisions that it ran, in order
 * @param heads the rows of the version table afterwards, sorted
 * @param duration how long it took, with the wait for other processes
 * @since 0.1.0
 */
public record UpgradeResult(List<String> applied, List<String> heads, Duration duration) {

	/**
	 * Create a result.
	 * @param applied the revisions that were run
	 * @param heads the rows of the version table afterwards
	 * @param duration how long it took
	 */
	public UpgradeResult {
		applied = List.copyOf(applied);
		heads = List.copyOf(heads);
	}

}
