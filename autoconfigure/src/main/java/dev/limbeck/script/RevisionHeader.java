package dev.limbeck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The comment at the top of a SQL revision: message, description and keys.
 */
final class RevisionHeader {

	/** The width of the version table's column, Alembic's. */
	static final int MAXIMUM_ID_LENGTH = 32;

	/** Makes a line text, whatever it looks like. */
	static final String ESCAPE = "\\";

	static final String EXAMPLE = "Start the file with a header such as\n\n    -- create user table\n    --\n"
			+ "    -- revision: 00ba29ba9ef0\n    -- down_revision: be5c4de9546c\n\n    -- migrate:upgrade\n    CREATE ...";

	private static final List<String> KEYS = List.of("revision", "down_revision", "branch_labels", "depends_on",
			"create_date", "placeholders", "lock_timeout", "statement_timeout");

	private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w -]{0,40}");

	private final String file;

	private final Map<String, String> values = new LinkedHashMap<>();

	private final List<String> text = new ArrayList<>();

	private final Map<String, Integer> lines = new HashMap<>();

	RevisionHeader(String file) {
		this.file = file;
	}

	/**
	 * Take in a comment line.
	 * @param comment what stands behind the dashes
	 * @param line the number of the line
	 */
	void add(String comment, int line) {
		String content = comment.strip();
		if (content.startsWith(ESCAPE)) {
			this.text.add(content.substring(ESCAPE.length()));
			return;
		}
		int colon = content.indexOf(':');
		String key = (colon > 0) ? content.substring(0, colon).strip() : "";
		if (KEY.matcher(key).matches()) {
			String value = content.substring(colon + 1);
			if (takeKey(key.toLowerCase(Locale.ROOT).replace('-', '_'), value, line)) {
				return;
			}
		}
		if (!content.isEmpty()) {
			this.text.add(content);
		}
	}

	private boolean takeKey(String key, String value, int line) {
		if (KEYS.contains(key)) {
			put(key, value.strip(), line);
			return true;
		}
		refuseMisspelt(key, line);
		boolean looksLikeKey = key.indexOf(' ') < 0 && (value.isEmpty() || Character.isWhitespace(value.charAt(0)));
		if (looksLikeKey && !this.values.isEmpty()) {
			throw problem(line, "the header has an unknown key '" + key + "'",
					"The keys are " + String.join(", ", KEYS) + "; a description goes above them.");
		}
		return false;
	}

	private void put(String key, String value, int line) {
		if (this.values.putIfAbsent(key, value) != null) {
			throw problem(line, "the header has the key '" + key + "' twice",
					"Keep one of the two lines; several values are separated by commas.");
		}
		this.lines.put(key, line);
	}

	// A misspelt key would turn a revision into a base without a word, so what looks like
	// one is not taken for a description
	private void refuseMisspelt(String key, int line) {
		String joined = key.replaceAll(" +", "_");
		for (String known : KEYS) {
			if (Math.abs(joined.length() - known.length()) <= 2 && distance(joined, known) <= 2) {
				throw problem(line, "the header has an unknown key '" + key + "'",
						"Did you mean '" + known + "'? The keys are " + String.join(", ", KEYS)
								+ ". If the line is meant as text, begin it with another word.");
			}
		}
	}

	Revision toRevision() {
		String id = this.values.get("revision");
		if (id == null || id.isEmpty()) {
			throw problem(line("revision"),
					"the header has no " + ((id != null) ? "value for the key" : "key") + " 'revision'", EXAMPLE);
		}
		if (id.length() > MAXIMUM_ID_LENGTH) {
			throw problem(line("revision"),
					"the revision id '" + id + "' is longer than " + MAXIMUM_ID_LENGTH
							+ " characters, the width of the version table",
					"Choose a shorter id; twelve characters are usual.");
		}
		try {
			return new Revision(id, list("down_revision"), list("depends_on"), list("branch_labels"), message(),
					this.file);
		}
		catch (MigrationException ex) {
			String message = String.valueOf(ex.getMessage());
			throw problem(line(message.contains("branch label") ? "branch_labels" : "revision"),
					message.replaceFirst("\\.$", ""), ex.getAction());
		}
	}

	private int line(String key) {
		return this.lines.getOrDefault(key, 1);
	}

	private List<String> list(String key) {
		String value = this.values.getOrDefault(key, "");
		return Arrays.stream(value.split(",")).map(String::strip).filter((item) -> !item.isEmpty()).toList();
	}

	private String message() {
		return this.text.isEmpty() ? "" : this.text.get(0);
	}

	String description() {
		return (this.text.size() > 1) ? String.join("\n", this.text.subList(1, this.text.size())) : "";
	}

	/**
	 * Return whether placeholders are replaced in the file.
	 * @return whether they are, as in every file that says nothing
	 */
	boolean placeholders() {
		String value = this.values.getOrDefault("placeholders", "on");
		if (!value.equalsIgnoreCase("on") && !value.equalsIgnoreCase("off")) {
			throw problem(line("placeholders"), "the key 'placeholders' has the value '" + value + "'",
					"Write '-- placeholders: off' if this file has no placeholders. If the line is meant as "
							+ "text, begin it with a backslash.");
		}
		return value.equalsIgnoreCase("on");
	}

	RevisionTimeouts timeouts() {
		return new RevisionTimeouts(timeout("lock_timeout"), timeout("statement_timeout"));
	}

	private @Nullable Duration timeout(String key) {
		String value = this.values.get(key);
		Duration timeout = (value != null) ? RevisionTimeouts.parse(value) : null;
		if (value != null && timeout == null) {
			throw problem(line(key), "the key '" + key + "' has the value '" + value + "', which is no timeout",
					RevisionTimeouts.ADVICE + " If the line is meant as text, begin it with a backslash.");
		}
		return timeout;
	}

	@Nullable String createDate() {
		return this.values.get("create_date");
	}

	private RevisionFileException problem(int line, String problem, String action) {
		return new RevisionFileException(this.file, line, problem, action);
	}

	// The number of insertions, deletions and replacements between two words
	private static int distance(String left, String right) {
		int[] previous = new int[right.length() + 1];
		Arrays.setAll(previous, (index) -> index);
		for (int i = 1; i <= left.length(); i++) {
			int[] current = new int[right.length() + 1];
			current[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int replaced = previous[j - 1] + ((left.charAt(i - 1) != right.charAt(j - 1)) ? 1 : 0);
				current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[right.length()];
	}

}
