package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Prints a script that completes the arguments in a shell.
 */
@Command(name = "completion", description = "Print a script that completes commands and options in a shell.")
final class CompletionCliCommand extends CliCommand {

	@SuppressWarnings("UnusedVariable")
	@Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}: the same script does for both.")
	private @Nullable Shell shell;

	CompletionCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		run().printText(AutoComplete.bash(CommandTree.NAME, CommandTree.all(run(), new MigrationsCommand())));
		return ExitCode.DONE;
	}

	private enum Shell {

		bash, zsh

	}

}
