package dev.limbeck.script;

import java.util.List;

/**
 * What a new migration environment can be made from.
 *
 * @param name its name
 * @param description what it is for, in one line
 * @since 0.1.0
 */
public record EnvironmentTemplate(String name, String description) {

	private static final List<String> NAMES = List.of("sql", "java", "multidb", "reactive");

	/**
	 * Return all templates.
	 * @return the templates, the usual one first
	 */
	public static List<EnvironmentTemplate> all() {
		return NAMES.stream().map(EnvironmentTemplate::read).toList();
	}

	/**
	 * Return a template.
	 * @param name its name
	 * @return the template
	 * @throws RevisionWritingException if there is none of that name
	 */
	public static EnvironmentTemplate named(String name) {
		if (!NAMES.contains(name)) {
			throw new RevisionWritingException("There is no template '" + name + "'",
					"The templates are " + String.join(", ", NAMES) + ".");
		}
		return read(name);
	}

	private static EnvironmentTemplate read(String name) {
		String readme = ScriptTemplate.builtInText("templates/" + name + "/README.md");
		return new EnvironmentTemplate(name, readme.lines().findFirst().orElse(""));
	}

	/**
	 * Return what is laid out: files, and folders with a slash at the end.
	 * @return paths
	 */
	List<String> layout() {
		return text("layout.txt").lines().toList();
	}

	/**
	 * Return the text of a file.
	 * @param file its path
	 * @return the template's own text, or that of the library
	 */
	String text(String file) {
		String own = "templates/" + this.name + "/" + file;
		return ScriptTemplate
			.builtInText((getClass().getResource(own) != null) ? own : file.substring(file.lastIndexOf('/') + 1));
	}

	/**
	 * Return whether there is something in a Java package.
	 * @return whether there are Java revisions
	 */
	boolean hasPackage() {
		return layout().contains("package-info.java");
	}

}
