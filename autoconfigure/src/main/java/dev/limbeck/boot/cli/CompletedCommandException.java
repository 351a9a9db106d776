package dev.limbeck.boot.cli;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;

/**
 * Ends the run of an application in command mode, silently, where the JVM goes on after
 * {@link CommandProcess#exit}.
 *
 * @since 0.1.0
 */
public final class CompletedCommandException extends SpringApplication.AbandonedRunException
		implements ExitCodeGenerator {

	private final int exitCode;

	CompletedCommandException(int exitCode) {
		this.exitCode = exitCode;
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
