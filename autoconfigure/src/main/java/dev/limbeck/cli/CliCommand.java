package dev.limbeck.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command of the command line.
 */
abstract class CliCommand implements Callable<Integer> {

	private final CommandRun run;

	@Spec
	private @Nullable CommandSpec spec;

	CliCommand(CommandRun run) {
		this.run = run;
	}

	/**
	 * Return the run that this command is part of.
	 * @return the run
	 */
	CommandRun run() {
		return this.run;
	}

	@Override
	public abstract Integer call();

	/**
	 * Return whether the command, with the arguments that were parsed, needs to know what
	 * the application's model asks for.
	 * @return whether it compares the model
	 */
	boolean comparesModel() {
		return false;
	}

	/**
	 * Refuse a combination of arguments.
	 * @param wrong whether it is wrong
	 * @param message why
	 */
	void refuse(boolean wrong, String message) {
		CommandSpec spec = this.spec;
		if (wrong && spec != null) {
			throw new ParameterException(spec.commandLine(), message);
		}
	}

}
