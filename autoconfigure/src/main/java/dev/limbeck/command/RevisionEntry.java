package dev.limbeck.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A revision with its place in the graph and, if the database was asked, in the database.
 *
 * @param revision its id
 * @param downRevisions the ids of its down revisions in written order; none for a base
 * @param dependsOn the ids or branch labels of what it depends on, as written
 * @param resolvedDependencies the ids of what it depends on
 * @param branchLabels all branch labels that it carries, its own and inherited ones,
 * sorted
 * @param message the one-line description
 * @param description the further lines of the description, empty if there are none
 * @param createDate when it was written, as its file says, or {@code null}
 * @param type what it is written in: {@code sql}
 * @param source the file or class, as messages name it
 * @param head whether it is nobody's down revision
 * @param effectiveHead whether nobody needs it, neither as down revision nor as
 * dependency, so that a fully upgraded database has a row for it. Alembic prints
 * {@code (head)} for these, and {@code (effective head)} for the other heads
 * @param base whether it has no down revision
 * @param branchPoint whether it is the down revision of several
 * @param mergePoint whether it has several down revisions
 * @param children the ids of the revisions that have it as a down revision, in load order
 * @param current whether it has a row in the version table, or {@code null} if the
 * database was not asked
 * @param applied whether a row stands for it, or {@code null} if the database was not
 * asked
 * @since 0.1.0
 */
public record RevisionEntry(String revision, List<String> downRevisions, List<String> dependsOn,
		List<String> resolvedDependencies, List<String> branchLabels, String message, String description,
		@Nullable String createDate, String type, String source, boolean head, boolean effectiveHead, boolean base,
		boolean branchPoint, boolean mergePoint, List<String> children, @Nullable Boolean current,
		@Nullable Boolean applied) {

	/**
	 * Create an entry.
	 * @param revision its id
	 * @param downRevisions its down revisions
	 * @param dependsOn what it depends on, as written
	 * @param resolvedDependencies what it depends on, as ids
	 * @param branchLabels its branch labels
	 * @param message the one-line description
	 * @param description the further description
	 * @param createDate when it was written
	 * @param type what it is written in
	 * @param source the file or class
	 * @param head whether it is a head
	 * @param effectiveHead whether nobody needs it
	 * @param base whether it is a base
	 * @param branchPoint whether it is a branch point
	 * @param mergePoint whether it is a merge point
	 * @param children its children
	 * @param current whether it is a row
	 * @param applied whether it is applied
	 */
	public RevisionEntry {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		resolvedDependencies = List.copyOf(resolvedDependencies);
		branchLabels = List.copyOf(branchLabels);
		children = List.copyOf(children);
	}

}
