package dev.limbeck.autogenerate.shadow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.test.Background;
import dev.limbeck.test.TestDatabase;

/**
 * A shadow database in a process of its own, which can be killed.
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
		Process process = builder().start();
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
	 * Start a process that opens an embedded shadow database, or a scratch database.
	 * @param output receives what it prints
	 * @param server the configured database, none for an embedded one
	 * @return the process, which has just begun
	 * @throws IOException if it cannot be started
	 */
	static Process launch(Path output, TestDatabase... server) throws IOException {
		return builder(server).redirectOutput(output.toFile()).start();
	}

	private static ProcessBuilder builder(TestDatabase... server) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), ShadowProcess.class.getName()));
		for (TestDatabase each : server) {
			command.addAll(List.of(each.url(), each.name(), each.username(), each.password()));
		}
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
	}

	/**
	 * Open the database and wait to be ended, but not for ever: a test may end before.
	 * @param arguments URL, name, username and password of the configured database, none
	 * for an embedded one
	 * @throws InterruptedException if it is ended
	 * @throws SQLException if the database cannot be asked
	 */
	public static void main(String[] arguments) throws InterruptedException, SQLException {
		ShadowDatabases databases = (arguments.length == 0) ? ShadowDatabases.embedded(null)
				: ShadowDatabases.scratch(ScratchShadowTests.server(
						new TestDatabase(arguments[0], "", 0, arguments[1], arguments[2], arguments[3]), arguments[2],
						""));
		try (ShadowDatabase shadow = databases.open()) {
			System.out.println(OPEN + folder(shadow));
			Thread.sleep(300_000);
		}
		catch (ShadowDatabaseException ex) {
			System.out.println(ex.getMessage() + "\n" + ex.getAction());
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
