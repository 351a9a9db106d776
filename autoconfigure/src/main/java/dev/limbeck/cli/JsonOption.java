package dev.limbeck.cli;

import picocli.CommandLine.Option;

/**
 * The option of every command that reports.
 */
final class JsonOption {

	@Option(names = "--json", order = 90, description = "Print the result as JSON.")
	private boolean wanted;

	boolean isWanted() {
		return this.wanted;
	}

}
