package dev.limbeck.command.shadow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.limbeck.test.Background;

/**
 * An embedded shadow database in a process of its own, which can be killed.
 *
 * @param process the process
 * @param folder the folder of its server
 */
public record ShadowProcess(Process process, Path folder) {

	private static final String OPEN = "open in ";

	/**
	 * Start the process.
	 * @return the process, when the database is open
	 * @throws IOException if it cannot be started
	 */
	static ShadowProcess start() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ShadowProcess.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader output = process.inputReader();
		return Background.start(() -> {
			String line = output.readLine();
			while (line != null && !line.startsWith(OPEN)) {
				line = output.readLine();
			}
			return new ShadowProcess(process, Path.of(String.valueOf(line).substring(OPEN.length())));
		}).join();
	}

	/**
	 * Open the database and wait to be ended, but not for ever: a test may end before.
	 * @param arguments none
	 * @throws InterruptedException if it is ended
	 * @throws SQLException if the database cannot be asked
	 */
	public static void main(String[] arguments) throws InterruptedException, SQLException {
		try (ShadowDatabase shadow = ShadowDatabases.embedded(null).open()) {
			System.out.println(OPEN + folder(shadow));
			Thread.sleep(300_000);
		}
	}

	/**
	 * Return the folder that holds everything of the server.
	 * @param shadow a database of the server
	 * @return the folder
	 * @throws SQLException if the database cannot be asked
	 */
	static Path folder(ShadowDatabase shadow) throws SQLException {
		try (Connection connection = shadow.connections().open();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW data_directory")) {
			row.next();
			return Path.of(row.getString(1)).getParent();
		}
	}

}
