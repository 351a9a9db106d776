package dev.limbeck.cli;

import picocli.CommandLine.Option;

/**
 * The option to print all of each revision.
 */
final class VerboseOption {

	@Option(names = { "-v", "--verbose" }, order = 1, description = "Print all of each revision.")
	private boolean wanted;

	boolean isWanted() {
		return this.wanted;
	}

}
