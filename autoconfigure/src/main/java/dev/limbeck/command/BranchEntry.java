package dev.limbeck.command;

import java.util.List;

/**
 * A branch point with the revisions that follow it.
 *
 * @param branchPoint the branch point
 * @param children the revisions that have it as a down revision, in load order
 * @since 0.1.0
 */
public record BranchEntry(RevisionEntry branchPoint, List<RevisionEntry> children) {

	/**
	 * Create an entry.
	 * @param branchPoint the branch point
	 * @param children the revisions that follow it
	 */
	public BranchEntry {
		children = List.copyOf(children);
	}

}
