package dev.limbeck.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A node of the revision graph: one migration's identity and what it builds upon.
 *
 * @param id the revision id, unique in a graph
 * @param downRevisions the ids of the revisions that this one follows, in written order;
 * none for a base, several for a merge point
 * @param dependsOn the ids or branch labels of further revisions that must be applied
 * first
 * @param branchLabels the branch labels declared here
 * @param message the one-line description
 * @param source where the revision is declared, for error messages, such as
 * {@code versions/00ba29ba9ef0_users.sql:3}
 * @since 0.1.0
 */
public record Revision(String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels,
		String message, String source) {

	/**
	 * Create a revision; a repeated entry of a list counts once.
	 * @param id the revision id
	 * @param downRevisions the down revisions
	 * @param dependsOn the dependencies
	 * @param branchLabels the branch labels
	 * @param message the message
	 * @param source the source
	 * @throws IllegalRevisionIdException if the id or a label could not be written as a
	 * target
	 */
	public Revision {
		IdentifierRules.checkId(id, source);
		branchLabels.forEach((label) -> IdentifierRules.checkLabel(label, source));
		downRevisions = distinct(downRevisions);
		dependsOn = distinct(dependsOn);
		branchLabels = distinct(branchLabels);
	}

	private static List<String> distinct(Collection<String> values) {
		return List.copyOf(new LinkedHashSet<>(values));
	}

	/**
	 * Return whether this revision has no down revision.
	 * @return whether this is a base
	 */
	public boolean isBase() {
		return this.downRevisions.isEmpty();
	}

	/**
	 * Return whether this revision has several down revisions.
	 * @return whether this is a merge point
	 */
	public boolean isMergePoint() {
		return this.downRevisions.size() > 1;
	}

	String describe() {
		return "'%s' (%s)".formatted(this.id, this.source);
	}

}
