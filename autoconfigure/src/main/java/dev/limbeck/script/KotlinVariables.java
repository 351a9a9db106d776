package dev.limbeck.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.limbeck.operation.Operations;
import dev.limbeck.script.render.KotlinNames;

/**
 * The variables that only the template of a revision in Kotlin has.
 *
 * @param revision the new revision
 * @param message its message
 * @param createDate when it was made
 * @param packageName the package of the class
 * @param className the name of the class
 */
record KotlinVariables(NewRevision revision, RevisionMessage message, String createDate, String packageName,
		String className) {

	private static final String STATIC = "static ";

	Map<String, Object> values() {
		return Map.of("package", KotlinNames.ofPackage(this.packageName), "class_name", this.className, "imports",
				imports(), "attributes", attributes());
	}

	private String imports() {
		Collection<String> all = new TreeSet<>(
				List.of(Operations.class.getName(), MigrationScript.class.getName(), Revision.class.getName()));
		this.revision.imports()
			.forEach((name) -> all.add(name.startsWith(STATIC) ? name.substring(STATIC.length()) : name));
		return all.stream().map((name) -> "import " + name).collect(Collectors.joining("\n"));
	}

	private String attributes() {
		List<String> attributes = new ArrayList<>();
		attributes.add("id = " + quote(this.revision.draft().id()));
		add(attributes, "downRevision", this.revision.draft().downRevisions());
		add(attributes, "dependsOn", this.revision.draft().dependsOn());
		add(attributes, "branchLabels", this.revision.draft().branchLabels());
		attributes.add("message = " + quote(this.message.lines().get(0)));
		if (this.message.lines().size() > 1) {
			attributes.add("description = "
					+ quote(String.join("\n", this.message.lines().subList(1, this.message.lines().size()))));
		}
		attributes.add("createDate = " + quote(this.createDate));
		return "\n    " + String.join(",\n    ", attributes) + ",\n";
	}

	private static void add(List<String> attributes, String name, List<String> values) {
		if (!values.isEmpty()) {
			attributes.add(name + " = [" + values.stream().map(KotlinVariables::quote).collect(Collectors.joining(", "))
					+ "]");
		}
	}

	private static String quote(String text) {
		return '"' + KotlinNames.escape(text) + '"';
	}

}
