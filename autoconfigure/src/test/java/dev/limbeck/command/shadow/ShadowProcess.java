package dev.limbeck.command.shadow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

import dev.limbeck.test.Background;

/**
 * An embedded shadow database in a process of its own, which can be killed.
 */
public final class ShadowProcess {

	private ShadowProcess() {
	}

	/**
	 * Start the process.
	 * @return the process, when the database is open
	 * @throws IOException if it cannot be started
	 */
	static Process start() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ShadowProcess.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader output = process.inputReader();
		return Background.start(() -> {
			String line = output.readLine();
			while (line != null && !line.equals("open")) {
				line = output.readLine();
			}
			return process;
		}).join();
	}

	/**
	 * Open the database and wait to be ended, but not for ever: a test may end before.
	 * @param arguments none
	 * @throws InterruptedException if it is ended
	 */
	public static void main(String[] arguments) throws InterruptedException {
		try (ShadowDatabase shadow = ShadowDatabases.embedded(null).open()) {
			System.out.println((shadow != null) ? "open" : "");
			Thread.sleep(300_000);
		}
	}

}
