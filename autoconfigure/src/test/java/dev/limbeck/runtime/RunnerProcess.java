package dev.limbeck.runtime;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An upgrade in a process of its own, which can be killed.
 */
public final class RunnerProcess {

	private RunnerProcess() {
	}

	/**
	 * Start a process that upgrades a database.
	 * @param database the database
	 * @param directory the revisions
	 * @return the process
	 */
	static Process start(TestDatabase database, RevisionDirectory directory) {
		return start(database, System.getProperty("java.class.path"), directory.location());
	}

	/**
	 * Upgrade a database in a process that has little memory.
	 * @param database the database
	 * @param directory the revisions
	 * @param output receives what the process prints
	 * @return its exit code
	 */
	static int runWithLittleMemory(TestDatabase database, RevisionDirectory directory, Path output)
			throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				RunnerProcess.class.getName(), database.url(), database.username(), database.password(),
				directory.location())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		if (!process.waitFor(4, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new AssertionError("The process does not end");
		}
		return process.exitValue();
	}

	private static Process start(TestDatabase database, String classPath, String location) {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", classPath, RunnerProcess.class.getName(), database.url(),
				database.username(), database.password(), location);
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Start a process that upgrades a database, and kill it.
	 * @param database the database
	 * @param directory the revisions
	 * @param query the beginning of the statement during which it is killed
	 */
	static void kill(TestDatabase database, RevisionDirectory directory, String query) {
		kill(start(database, directory), database, query);
	}

	/**
	 * Start a process that upgrades a database with revisions of its class path, and kill
	 * it.
	 * @param database the database
	 * @param classes what is on its class path besides our own classes
	 * @param location the version location
	 * @param query the beginning of the statement during which it is killed
	 */
	static void kill(TestDatabase database, Path classes, String location, String query) {
		String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
		kill(start(database, classPath, location), database, query);
	}

	private static void kill(Process process, TestDatabase database, String query) {
		try {
			await(database, query);
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * Wait until a statement waits, for a lock or in {@code pg_sleep}.
	 * @param database the database
	 * @param query the pattern of the statement
	 * @return the process id of its session
	 */
	static String await(TestDatabase database, String query) {
		return awaitRow(database,
				"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' "
						+ "AND query LIKE '" + query + "' AND wait_event_type IN ('Lock', 'Timeout')");
	}

	/**
	 * Wait until the server has noticed that nobody holds the lock of the migrations.
	 * @param database the database
	 */
	static void awaitNoRunner(TestDatabase database) {
		awaitRow(database, "SELECT 'none' WHERE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' "
				+ "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))");
	}

	private static String awaitRow(TestDatabase database, String query) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> database.query(query), (rows) -> !rows.isEmpty())
			.get(0);
	}

	/**
	 * Upgrade.
	 * @param arguments URL, username, password, version location
	 */
	public static void main(String[] arguments) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(arguments[0]);
		dataSource.setUser(arguments[1]);
		dataSource.setPassword(arguments[2]);
		runner(arguments[3]).upgrade(ConnectionSource.of(dataSource));
	}

	static MigrationRunner runner(String location) {
		return runner(location, RunnerProcess.class.getClassLoader());
	}

	static MigrationRunner runner(String location, ClassLoader classLoader) {
		MigrationSettings settings = MigrationSettings.builder()
			.lockWaitTimeout(Duration.ofSeconds(60))
			.application("test")
			.build();
		return new MigrationRunner(new PostgresqlDialect(),
				new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(location)), classLoader), settings);
	}

}
