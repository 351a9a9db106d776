package dev.limbeck.boot.cli;

import dev.limbeck.cli.Input;
import dev.limbeck.cli.Output;

/**
 * The JVM itself.
 *
 * @param out its standard output
 * @param err its standard error stream
 */
record JvmProcess(Output out, Output err) implements CommandProcess {

	static JvmProcess current() {
		return new JvmProcess(Output.standardOutput(System.getenv()), Output.standardError(System.getenv()));
	}

	@Override
	public Input in() {
		return Input.standardInput();
	}

	@Override
	public void exit(int code) {
		System.exit(code);
	}

}
