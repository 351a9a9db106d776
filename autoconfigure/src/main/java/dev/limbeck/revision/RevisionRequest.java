package dev.limbeck.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a new revision: the options of Alembic's {@code revision} and
 * {@code merge}.
 *
 * @param id the id of the new revision
 * @param downRevisions the targets that become its down revisions: one, such as
 * {@code head}, for a plain revision; several, or {@code heads}, for a merge
 * @param splice whether a down revision may be no head, so that a new branch begins there
 * @param branchLabels the branch labels to declare
 * @param dependsOn targets that become its dependencies
 * @param versionLocation the version location to write to, one of those that there are;
 * {@code null}: the only one, or that of the first down revision
 * @since 0.1.0
 */
public record RevisionRequest(String id, List<String> downRevisions, boolean splice, List<String> branchLabels,
		List<String> dependsOn, @Nullable String versionLocation) {

	/**
	 * Create a request.
	 * @param id the id
	 * @param downRevisions the targets that become its down revisions
	 * @param splice whether a down revision may be no head
	 * @param branchLabels the branch labels
	 * @param dependsOn the targets that become its dependencies
	 * @param versionLocation the version location
	 */
	public RevisionRequest {
		downRevisions = List.copyOf(downRevisions);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

}
