package dev.limbeck.boot.autoconfigure;

import java.io.File;
import java.util.Arrays;
import java.util.List;

/**
 * Splits version locations that are given as one string.
 *
 * @param name a name of Alembic's: {@code os}, {@code space}, {@code newline}, {@code :},
 * {@code ;} or {@code ,}
 */
record VersionPathSeparator(String name) {

	/**
	 * A colon that ends the prefix of a location separates nothing, nor that of a drive.
	 */
	private static final String COLON = "(?<!classpath)(?<!classpath\\*)(?<!file)(?<!\\b[A-Za-z]):";

	List<String> split(String locations) {
		return Arrays.stream(locations.split(pattern()))
			.map(String::strip)
			.filter((location) -> !location.isEmpty())
			.toList();
	}

	private String pattern() {
		return switch (this.name.strip()) {
			case "os" -> File.pathSeparator.equals(":") ? COLON : File.pathSeparator;
			case ":" -> COLON;
			case ";", "," -> this.name.strip();
			case "space" -> " +";
			case "newline" -> "\\R";
			default -> throw InvalidPropertyException.unknownValue("migrations.version-path-separator", this.name,
					"os, space, newline, ':', ';' or ','");
		};
	}

}
