package dev.limbeck.revision;

import java.util.List;

/**
 * A revision that fits into the graph and is still to be written.
 *
 * @param id its id
 * @param downRevisions the ids of its down revisions
 * @param branchLabels the branch labels that it declares
 * @param dependsOn what it depends on, as it is to be written: full ids, or branch labels
 * @param versionLocation the version location to write to
 * @since 0.1.0
 */
public record RevisionDraft(String id, List<String> downRevisions, List<String> branchLabels, List<String> dependsOn,
		String versionLocation) {

	/**
	 * Create a draft.
	 * @param id the id
	 * @param downRevisions the down revisions
	 * @param branchLabels the branch labels
	 * @param dependsOn the dependencies
	 * @param versionLocation the version location
	 */
	public RevisionDraft {
		downRevisions = List.copyOf(downRevisions);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

}
