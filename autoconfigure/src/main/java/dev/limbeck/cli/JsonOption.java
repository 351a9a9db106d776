package dev.limbeck.cli;

import java.util.List;

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

	/**
	 * Return whether arguments that were perhaps not understood ask for JSON.
	 * @param args the arguments
	 * @return whether the option is among them
	 */
	static boolean isIn(String... args) {
		return List.of(args).contains("--json");
	}

}
