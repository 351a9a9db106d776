package dev.limbeck.script;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionDraft;

/**
 * Sees that the file of a new revision says what was asked for.
 *
 * @param draft what was asked for
 * @param template what the file was made of
 */
record RevisionVerification(RevisionDraft draft, ScriptTemplate template) {

	/**
	 * Parse and compare.
	 * @param file the file
	 * @param content its bytes
	 * @return the revision
	 * @throws RevisionWritingException if it is no revision, or another one
	 */
	RevisionScript verify(Path file, byte[] content) {
		RevisionScript script = parse(file, content);
		Revision revision = script.revision();
		require("revision", "up_revision", List.of(this.draft.id()), List.of(revision.id()));
		require("down_revision", "down_revision", this.draft.downRevisions(), revision.downRevisions());
		require("branch_labels", "branch_labels", this.draft.branchLabels(), revision.branchLabels());
		require("depends_on", "depends_on", this.draft.dependsOn(), revision.dependsOn());
		return script;
	}

	private RevisionScript parse(Path file, byte[] content) {
		try {
			SourceLanguage language = SourceLanguage.of(file.toString());
			return (language != null) ? parseSource(language, file, content)
					: RevisionFileParser.parse(file.toString(), content);
		}
		catch (MigrationException ex) {
			throw new RevisionWritingException(
					"The result of " + this.template + " is not a revision: "
							+ String.valueOf(ex.getMessage()).replace(" Nothing was run.", "").replaceFirst("\\.$", ""),
					ex.getAction(), ex);
		}
	}

	private RevisionScript parseSource(SourceLanguage language, Path file, byte[] content) {
		RevisionScript script = RevisionSource.read(language, file.toString(), content);
		if (script == null) {
			throw new RevisionWritingException(
					"The result of " + this.template + " is not a revision: it has no @Revision",
					"Put '@Revision({{attributes}})' before the class in " + this.template + ".");
		}
		return script;
	}

	private void require(String key, String variable, List<String> expected, List<String> found) {
		if (!List.copyOf(new LinkedHashSet<>(expected)).equals(found)) {
			throw new RevisionWritingException("The result of " + this.template + " has " + describe(found) + " for "
					+ key + " where " + describe(expected) + " was requested", howTo(key, variable));
		}
	}

	private String howTo(String key, String variable) {
		return this.template.isSource() ? "Put '@Revision({{attributes}})' before the class in " + this.template + "."
				: "Put the line '-- " + key + ": {{" + variable + "}}' into the header of " + this.template + ".";
	}

	private static String describe(List<String> names) {
		return names.isEmpty() ? "nothing" : "'" + String.join(", ", names) + "'";
	}

}
