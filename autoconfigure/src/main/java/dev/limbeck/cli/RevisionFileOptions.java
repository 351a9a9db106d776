package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that write a revision whose place and language can be chosen.
 */
final class RevisionFileOptions {

	@Option(names = "--version-path", paramLabel = "LOCATION", order = 14,
			description = "The version location to write to, one of migrations.version-locations.")
	private @Nullable String versionPath;

	@Option(names = "--format", paramLabel = "FORMAT", order = 16,
			description = "What to write it in: sql, which is the default, java or kotlin.")
	private @Nullable Language format;

	@Nullable String versionPath() {
		return this.versionPath;
	}

	@Nullable String format() {
		return (this.format != null) ? this.format.name() : null;
	}

	/**
	 * The languages, as they are written on the command line.
	 */
	enum Language {

		sql, java, kotlin

	}

}
