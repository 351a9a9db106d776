package dev.limbeck.cli;

/**
 * The exit codes of the command line.
 */
final class ExitCode {

	static final int DONE = 0;

	static final int FAILED = 1;

	static final int USAGE = 2;

	static final int PENDING = 3;

	static final int LOCK_NOT_OBTAINED = 4;

	private ExitCode() {
	}

}
