package dev.limbeck.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.limbeck.script.render.JavaNames;
import dev.limbeck.script.render.KotlinNames;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a revision's template, under Alembic's names.
 */
final class RevisionVariables {

	private final Map<String, Object> values = new LinkedHashMap<>();

	RevisionVariables(NewRevision revision, String createDate) {
		RevisionFormat format = revision.format();
		this.values.put("up_revision", revision.draft().id());
		this.values.put("down_revision", names(revision.draft().downRevisions(), format));
		this.values.put("branch_labels", names(revision.draft().branchLabels(), format));
		this.values.put("depends_on", names(revision.draft().dependsOn(), format));
		this.values.put("create_date", createDate);
		this.values.put("message", message(RevisionMessage.of(revision.message()), format));
		this.values.put("upgrades", body(revision.upgrades(), format));
		this.values.put("downgrades", body(revision.downgrades(), format));
		this.values.put("irreversible", revision.downgrades() == null);
	}

	private static NameList names(List<String> names, RevisionFormat format) {
		return new NameList(
				(format == RevisionFormat.SQL) ? names : names.stream().map((name) -> escape(name, format)).toList());
	}

	// In a source all that stands in quotes
	private static String message(RevisionMessage message, RevisionFormat format) {
		return (format == RevisionFormat.SQL) ? message.toComment() : escape(message.lines().get(0), format);
	}

	// In Kotlin a dollar sign begins a template
	private static String escape(String text, RevisionFormat format) {
		return (format == RevisionFormat.KOTLIN) ? KotlinNames.escape(text) : JavaNames.escape(text);
	}

	private static String body(@Nullable List<String> statements, RevisionFormat format) {
		return (statements != null) ? statements.stream()
			.map((statement) -> statement.replace("\r\n", "\n").strip())
			.collect(Collectors.joining((format == RevisionFormat.SQL) ? "\n\n" : "\n"))
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
				throw new RevisionWritingException("The template variable '" + name + "' is defined twice",
						"Rename the variable of your TemplateVariables. Names in use are "
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
