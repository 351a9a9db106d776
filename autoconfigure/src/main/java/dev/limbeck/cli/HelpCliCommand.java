package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints the help of a command, or of all of them.
 */
@Command(name = "help", description = "Print the help of a command, or which commands there are.")
final class HelpCliCommand extends CliCommand {

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
	private @Nullable String command;

	HelpCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		if (this.spec != null) {
			usage(this.spec.parent().commandLine());
		}
		return ExitCode.DONE;
	}

	private void usage(CommandLine all) {
		CommandLine described = (this.command != null) ? all.getSubcommands().get(this.command) : all;
		refuse(described == null, "Unknown command '%s'".formatted(this.command));
		if (described != null) {
			described.usage(run().out().writer());
		}
	}

}
