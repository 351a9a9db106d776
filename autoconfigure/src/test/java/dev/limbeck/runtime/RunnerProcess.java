package dev.limbeck.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
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
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), RunnerProcess.class.getName(),
				database.url(), database.username(), database.password(), directory.location());
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
		MigrationSettings settings = new MigrationSettings("heads", null, "migrations_version", "migrations_history",
				TransactionMode.PER_REVISION, ChecksumMismatchPolicy.FAIL, Duration.ofSeconds(60), Map.of(), "test");
		return new MigrationRunner(new PostgresqlDialect(),
				new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(location)),
						RunnerProcess.class.getClassLoader()),
				settings);
	}

}
