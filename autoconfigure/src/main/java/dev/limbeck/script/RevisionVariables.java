package dev.limbeck.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The variables of a revision's template, under Alembic's names.
 */
final class RevisionVariables {

	private final Map<String, Object> values = new LinkedHashMap<>();

	RevisionVariables(NewRevision revision, RevisionFormat format, String createDate) {
		this.values.put("up_revision", revision.draft().id());
		this.values.put("down_revision", new NameList(revision.draft().downRevisions()));
		this.values.put("branch_labels", new NameList(revision.draft().branchLabels()));
		this.values.put("depends_on", new NameList(revision.draft().dependsOn()));
		this.values.put("create_date", createDate);
		this.values.put("message", RevisionMessage.of(revision.message()).toComment());
		this.values.put("upgrades", body(revision.upgrades(), format));
		this.values.put("downgrades", body(revision.downgrades(), format));
		this.values.put("irreversible", revision.downgrades() == null);
	}

	private static String body(@Nullable List<String> statements, RevisionFormat format) {
		return (statements != null) ? statements.stream()
			.map((statement) -> statement.replace("\r\n", "\n").strip())
			.collect(Collectors.joining("\n\n"))
			.replaceAll("\n(?!\n)", "\n" + format.indentation()) : "";
	}

	/**
	 * Add the variables of a contributor.
	 * @param variables the values by name
	 * @throws RevisionWritingException if a name has a value already
	 */
	void add(Map<String, Object> variables) {
		variables.forEach((name, value) -> {
			if (this.values.putIfAbsent(name, value) != null) {
				throw new RevisionWritingException("The template's variable '" + name + "' was given twice",
						"Give the variable of your TemplateVariables another name. Taken are "
								+ String.join(", ", this.values.keySet()) + ".");
			}
		});
	}

	/**
	 * Return the variables.
	 * @return the values by name
	 */
	Map<String, Object> values() {
		return this.values;
	}

}
