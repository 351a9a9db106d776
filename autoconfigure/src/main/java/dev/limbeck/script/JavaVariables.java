package dev.limbeck.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.limbeck.operation.Operations;
import dev.limbeck.script.render.JavaNames;

/**
 * The variables that only the template of a Java revision has.
 *
 * @param revision the new revision
 * @param message its message
 * @param createDate when it was made
 * @param packageName the package of the class
 * @param className the name of the class
 */
record JavaVariables(NewRevision revision, RevisionMessage message, String createDate, String packageName,
		String className) {

	private static final int LONGEST_LINE = 120;

	Map<String, Object> values() {
		return Map.of("package", this.packageName, "class_name", this.className, "imports", imports(), "attributes",
				attributes());
	}

	// In the order that Spring's own sources have
	private String imports() {
		Collection<String> all = new TreeSet<>(this.revision.imports());
		all.addAll(List.of(Operations.class.getName(), MigrationScript.class.getName(), Revision.class.getName()));
		List<String> groups = new ArrayList<>();
		for (String group : List.of("java", "javax", "", "org.springframework", "static ")) {
			String lines = all.stream()
				.filter((name) -> groupOf(name).equals(group))
				.map((name) -> "import " + name + ";\n")
				.collect(Collectors.joining());
			groups.add(lines);
		}
		return groups.stream().filter((lines) -> !lines.isEmpty()).collect(Collectors.joining("\n")).strip();
	}

	private static String groupOf(String name) {
		if (name.startsWith("static ")) {
			return "static ";
		}
		for (String group : List.of("java", "javax", "org.springframework")) {
			if (name.startsWith(group + ".")) {
				return group;
			}
		}
		return "";
	}

	private String attributes() {
		List<String> attributes = new ArrayList<>();
		attributes.add("id = " + quote(this.revision.draft().id()));
		add(attributes, "downRevision", this.revision.draft().downRevisions());
		add(attributes, "dependsOn", this.revision.draft().dependsOn());
		add(attributes, "branchLabels", this.revision.draft().branchLabels());
		add(attributes, "message", this.message.lines().subList(0, 1));
		if (this.message.lines().size() > 1) {
			add(attributes, "description",
					List.of(String.join("\n", this.message.lines().subList(1, this.message.lines().size()))));
		}
		add(attributes, "createDate", List.of(this.createDate));
		String line = String.join(", ", attributes);
		boolean fits = line.length() + "@Revision()".length() <= LONGEST_LINE;
		return fits ? line : String.join(",\n\t\t", attributes);
	}

	private static void add(List<String> attributes, String name, List<String> values) {
		String quoted = values.stream().map(JavaVariables::quote).collect(Collectors.joining(", "));
		if (values.size() == 1) {
			attributes.add(name + " = " + quoted);
		}
		else if (!values.isEmpty()) {
			attributes.add(name + " = { " + quoted + " }");
		}
	}

	private static String quote(String text) {
		return '"' + JavaNames.escape(text) + '"';
	}

}
