package dev.limbeck.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Arguments of commands that compare the application's model.
 */
final class ModelArguments {

	private static final Set<String> SIGNS = Set.of("check", "--autogenerate");

	private ModelArguments() {
	}

	// Most commands show no sign, and are not parsed twice
	static boolean areIn(String... args) {
		return Arrays.stream(args).anyMatch(SIGNS::contains) && isModelCompared(args);
	}

	private static boolean isModelCompared(String... args) {
		Output nowhere = Output.plain(new PrintWriter(Writer.nullWriter()));
		CommandRun run = new CommandRun((options) -> {
			throw new IllegalStateException("Nothing is run");
		}, nowhere, nowhere, Input.NONE, Map.of());
		try {
			CommandLine line = CommandTree.of(run, new MigrationsCommand(), args);
			ParseResult parsed = line
				.parseArgs(Arrays.stream(args).map(CommandTree::hideNegative).toArray(String[]::new));
			ParseResult command = parsed.subcommand();
			return command != null && !parsed.isUsageHelpRequested() && !command.isUsageHelpRequested()
					&& command.commandSpec().userObject() instanceof CliCommand verb && verb.comparesModel();
		}
		catch (ParameterException ex) {
			return false;
		}
	}

}
