package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option that gives a word to scripts and listeners.
 */
final class TagOption {

	@Option(names = "--tag", paramLabel = "TAG", order = 70, description = "A word for revisions and listeners.")
	private @Nullable String tag;

	@Nullable String get() {
		return this.tag;
	}

}
