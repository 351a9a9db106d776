package dev.limbeck.boot.cli;

import dev.limbeck.cli.Input;
import dev.limbeck.cli.Output;

/**
 * The process in which a command runs. An application that is started within another
 * program, such as a test, registers one of its own in the bootstrap registry; without it
 * results go to the standard output, and the JVM ends.
 *
 * @since 0.1.0
 */
public interface CommandProcess {

	/**
	 * Return where results go.
	 * @return the output
	 */
	Output out();

	/**
	 * Return where everything else goes.
	 * @return the output
	 */
	Output err();

	/**
	 * Return where answers to questions come from. By itself nobody is asked.
	 * @return the input
	 */
	default Input in() {
		return Input.NONE;
	}

	/**
	 * End the process. If this returns, {@link CompletedCommandException} ends the run of
	 * the application.
	 * @param code the exit code
	 */
	void exit(int code);

}
