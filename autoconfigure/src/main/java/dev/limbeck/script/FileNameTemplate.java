package dev.limbeck.script;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template of file names: Alembic's {@code file_template} with braces.
 */
final class FileNameTemplate {

	private static final String PROPERTY = "migrations.file-template";

	private static final Pattern TOKEN = Pattern.compile("\\{([^{}/]*)}");

	// What separates folders or is no part of a name on one system or another
	private static final Pattern SEPARATOR = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

	private final RevisionFileSettings settings;

	FileNameTemplate(RevisionFileSettings settings) {
		this.settings = settings;
		if (settings.truncateSlugLength() < 1) {
			throw new RevisionWritingException(
					"migrations.truncate-slug-length is " + settings.truncateSlugLength()
							+ ", which is not a valid length",
					"Set migrations.truncate-slug-length to 1 or more; the default is 40.");
		}
	}

	/**
	 * Return the name of a file.
	 * @param id the id of the revision
	 * @param message its message
	 * @param created when it was made, in the time zone for names
	 * @return the path below the version location without the ending, with slashes
	 * @throws RevisionWritingException if the name would lead elsewhere or could not be
	 * read again
	 */
	String expand(String id, RevisionMessage message, ZonedDateTime created) {
		Map<String, String> tokens = tokens(id, message, created);
		Matcher matcher = TOKEN.matcher(this.settings.fileTemplate());
		StringBuilder name = new StringBuilder();
		while (matcher.find()) {
			String value = tokens.get(matcher.group(1));
			if (value == null) {
				throw problem("has the unknown token '" + matcher.group() + "'",
						"The tokens are {" + String.join("}, {", new TreeSet<>(tokens.keySet())) + "}.");
			}
			matcher.appendReplacement(name, Matcher.quoteReplacement(harmless(value)));
		}
		matcher.appendTail(name);
		for (String folder : name.toString().split("/", -1)) {
			check(folder, name.toString());
		}
		return name.toString();
	}

	/**
	 * Replace what is not for names of files.
	 * @param name a part of a name
	 * @return the part without separators
	 */
	static String harmless(String name) {
		return SEPARATOR.matcher(name).replaceAll("_");
	}

	private Map<String, String> tokens(String id, RevisionMessage message, ZonedDateTime created) {
		Map<String, String> tokens = new HashMap<>();
		tokens.put("rev", id);
		tokens.put("slug", message.slug(this.settings.truncateSlugLength()));
		tokens.put("epoch", String.valueOf(created.toEpochSecond()));
		Map.of("year", "uuuu", "month", "MM", "day", "dd", "hour", "HH", "minute", "mm", "second", "ss")
			.forEach((token, pattern) -> tokens.put(token, DateTimeFormatter.ofPattern(pattern).format(created)));
		return tokens;
	}

	private void check(String folder, String name) {
		if (folder.isBlank()) {
			throw problem("gives the name '" + name + "', which has an empty part", "Give each part a name.");
		}
		if (folder.startsWith(".")) {
			throw problem("gives the name '" + name + "', which leads elsewhere or is hidden and would not be read",
					"No part of the name may begin with a dot.");
		}
		if (folder.contains("%(")) {
			throw problem("has a token in Python's syntax", "Write {rev}_{slug} for %%(rev)s_%%(slug)s.");
		}
		if (SEPARATOR.matcher(folder).find() || folder.indexOf('{') >= 0 || folder.indexOf('}') >= 0) {
			throw problem("gives the name '" + name + "', which has a character that file names cannot have",
					"Separate folders by '/', write tokens as {rev}, and use none of \\ : * ? \" < > |.");
		}
	}

	private RevisionWritingException problem(String problem, String action) {
		return new RevisionWritingException(PROPERTY + "='" + this.settings.fileTemplate() + "' " + problem, action);
	}

}
