package dev.limbeck.cli;

import java.util.concurrent.Callable;

/**
 * A command of the command line.
 */
abstract class Verb implements Callable<Integer> {

	private final CommandRun run;

	Verb(CommandRun run) {
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

}
