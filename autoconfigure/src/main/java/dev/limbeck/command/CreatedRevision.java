package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.revision.Revision;
import dev.limbeck.script.WrittenRevision;

/**
 * A revision that was written.
 *
 * @param revision its id
 * @param downRevisions the ids of its down revisions
 * @param dependsOn what it depends on, as written
 * @param branchLabels the branch labels that it declares
 * @param message the one-line description
 * @param type what it is written in: {@code sql} or {@code java}
 * @param file the file
 * @since 0.1.0
 */
public record CreatedRevision(String revision, List<String> downRevisions, List<String> dependsOn,
		List<String> branchLabels, String message, String type, Path file) {

	/**
	 * Create it.
	 * @param revision its id
	 * @param downRevisions its down revisions
	 * @param dependsOn what it depends on
	 * @param branchLabels the branch labels
	 * @param message the one-line description
	 * @param type what it is written in
	 * @param file the file
	 */
	public CreatedRevision {
		downRevisions = List.copyOf(downRevisions);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
	}

	static CreatedRevision of(WrittenRevision written) {
		Revision revision = written.script().revision();
		return new CreatedRevision(revision.id(), revision.downRevisions(), revision.dependsOn(),
				revision.branchLabels(), revision.message(), written.script().format().word(), written.file());
	}

}
