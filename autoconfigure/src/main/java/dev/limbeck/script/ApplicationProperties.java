package dev.limbeck.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The configuration file of an application, to which properties are added at its end.
 * What is in it stays as it is.
 *
 * @param file the file
 */
record ApplicationProperties(Path file) {

	private static final List<String> NAMES = List.of("application.yml", "application.yaml", "application.properties");

	private static final Pattern MIGRATIONS = Pattern.compile("(?m)^\\s*[\"']?migrations[\"']?\\s*[.:=]");

	private static final Pattern YAML_KEY = Pattern.compile("(?m)^[\\w\"'][^\\n]*:(\\s|$)");

	/**
	 * Find the file.
	 * @param root the directory of resources
	 * @return the file, or {@code null} if there is none
	 */
	static @Nullable ApplicationProperties in(Path root) {
		return NAMES.stream()
			.map(root::resolve)
			.filter(Files::isRegularFile)
			.map(ApplicationProperties::new)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Add properties, unless there are some about migrations already, or the file has
	 * parts so that nobody knows to which they belong.
	 * @param properties lines of a properties file
	 * @return whether they were added
	 * @throws IOException if the file cannot be read or written
	 */
	boolean add(String properties) throws IOException {
		String text = Files.readString(this.file, StandardCharsets.ISO_8859_1);
		boolean yaml = !this.file.toString().endsWith(".properties");
		if (MIGRATIONS.matcher(text).find()
				|| (yaml ? !isPlainYaml(text) : text.contains("#---") || text.contains("!---"))) {
			return false;
		}
		String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
		String start = (text.isEmpty() || text.endsWith("\n")) ? "" : "\n";
		String added = start + (text.isBlank() ? "" : "\n") + (yaml ? toYaml(properties) : properties);
		Files.writeString(this.file, added.replace("\n", lineEnd), StandardOpenOption.APPEND);
		return true;
	}

	private static boolean isPlainYaml(String text) {
		String first = text.lines()
			.filter((line) -> !line.isBlank() && !line.strip().startsWith("#"))
			.findFirst()
			.orElse("key: ");
		return YAML_KEY.matcher(first).find() && Stream.of("---", "...", "\t")
			.noneMatch((start) -> text.lines().anyMatch((line) -> line.startsWith(start)));
	}

	/**
	 * Write properties as YAML.
	 * @param properties lines of a properties file, those of one prefix together
	 * @return the lines of a block
	 */
	static String toYaml(String properties) {
		StringBuilder yaml = new StringBuilder();
		List<String> before = List.of();
		for (String line : properties.lines().toList()) {
			if (line.startsWith("#") || line.isBlank()) {
				yaml.append(line).append('\n');
				continue;
			}
			int equals = line.indexOf('=');
			List<String> keys = List.of(line.substring(0, equals).split("\\."));
			int depth = 0;
			while (depth < Math.min(before.size(), keys.size()) && before.get(depth).equals(keys.get(depth))) {
				depth++;
			}
			for (; depth < keys.size(); depth++) {
				yaml.append("  ".repeat(depth)).append(keys.get(depth)).append(':');
				yaml.append((depth == keys.size() - 1) ? " " + line.substring(equals + 1) : "").append('\n');
			}
			before = keys;
		}
		return yaml.toString();
	}

}
