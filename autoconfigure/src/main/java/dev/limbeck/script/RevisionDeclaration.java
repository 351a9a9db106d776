package dev.limbeck.script;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.Revision;

import org.springframework.core.annotation.MergedAnnotation;

/**
 * What a class says of itself with {@link dev.limbeck.script.Revision @Revision}.
 *
 * @param className the full name of the class
 * @param id the revision id
 * @param downRevisions the revisions that it follows
 * @param dependsOn its dependencies
 * @param branchLabels its branch labels
 * @param message the message
 * @param description the long description
 * @param createDate when it was written
 * @param checksum the declared checksum
 * @param transactional whether it runs in a transaction
 * @param lockTimeout how long its statements wait for a lock, may be empty
 * @param statementTimeout how long its statements take, may be empty
 * @param retryable whether it may run again after it was rolled back
 */
record RevisionDeclaration(String className, String id, List<String> downRevisions, List<String> dependsOn,
		List<String> branchLabels, String message, String description, String createDate, String checksum,
		boolean transactional, String lockTimeout, String statementTimeout, boolean retryable) {

	private static final int LONGEST_CHECKSUM = 64;

	RevisionDeclaration {
		String lines = message.strip();
		int end = lines.indexOf('\n');
		message = (end >= 0) ? lines.substring(0, end).strip() : lines;
		description = (((end >= 0) ? lines.substring(end) : "") + "\n" + description.strip()).strip();
	}

	/**
	 * Return what a compiled class says.
	 * @param className the full name of the class
	 * @param annotation its annotation
	 * @return the declaration
	 */
	static RevisionDeclaration of(String className, MergedAnnotation<?> annotation) {
		return new RevisionDeclaration(className, annotation.getString("id"),
				List.of(annotation.getStringArray("downRevision")), List.of(annotation.getStringArray("dependsOn")),
				List.of(annotation.getStringArray("branchLabels")), annotation.getString("message"),
				annotation.getString("description"), annotation.getString("createDate"),
				annotation.getString("checksum"), annotation.getBoolean("transactional"),
				annotation.getString("lockTimeout"), annotation.getString("statementTimeout"),
				annotation.getBoolean("retryable"));
	}

	/**
	 * Return what a source says.
	 * @param className the full name of the class
	 * @param attributes the attributes of its annotation, each a list of literals
	 * @return the declaration
	 */
	static RevisionDeclaration of(String className, Map<String, List<String>> attributes) {
		return new RevisionDeclaration(className, first(attributes, "id"), list(attributes, "downRevision"),
				list(attributes, "dependsOn"), list(attributes, "branchLabels"), first(attributes, "message"),
				first(attributes, "description"), first(attributes, "createDate"), first(attributes, "checksum"),
				!first(attributes, "transactional").equals("false"), first(attributes, "lockTimeout"),
				first(attributes, "statementTimeout"), first(attributes, "retryable").equals("true"));
	}

	private static String first(Map<String, List<String>> attributes, String name) {
		List<String> values = list(attributes, name);
		return values.isEmpty() ? "" : values.get(0);
	}

	private static List<String> list(Map<String, List<String>> attributes, String name) {
		return attributes.getOrDefault(name, List.of());
	}

	/**
	 * Return the place in the graph.
	 * @param source the class or file, as messages name it
	 * @return the revision
	 * @throws dev.limbeck.failure.MigrationException if the annotation has a value that
	 * no revision can have
	 */
	Revision toRevision(String source) {
		require(!this.id.isBlank(), source, "has no id", "Give its @Revision an id; twelve characters are usual.");
		require(this.id.length() <= RevisionHeader.MAXIMUM_ID_LENGTH, source,
				"has the revision id '" + this.id + "', which is longer than " + RevisionHeader.MAXIMUM_ID_LENGTH
						+ " characters, the width of the version table",
				"Choose a shorter id; twelve characters are usual.");
		require(this.checksum.length() <= LONGEST_CHECKSUM, source,
				"has a checksum that is longer than " + LONGEST_CHECKSUM + " characters", "Choose a shorter one.");
		requireTimeout("lockTimeout", this.lockTimeout, source);
		requireTimeout("statementTimeout", this.statementTimeout, source);
		return new Revision(this.id, named(this.downRevisions), named(this.dependsOn), named(this.branchLabels),
				this.message, source);
	}

	private static void requireTimeout(String attribute, String value, String source) {
		require(value.isEmpty() || RevisionTimeouts.parse(value) != null, source,
				"has the " + attribute + " '" + value + "', which is no timeout", RevisionTimeouts.ADVICE);
	}

	RevisionTimeouts timeouts() {
		return new RevisionTimeouts(RevisionTimeouts.parse(this.lockTimeout),
				RevisionTimeouts.parse(this.statementTimeout));
	}

	// An empty string means nothing, as an empty key does in SQL
	private static List<String> named(List<String> names) {
		return names.stream()
			.flatMap((name) -> Arrays.stream(name.split(",")))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	private static void require(boolean condition, String source, String problem, String action) {
		if (!condition) {
			throw new RevisionFileException("The class " + source + " " + problem, action);
		}
	}

}
