package dev.limbeck.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that is told to end while it migrates at its start, in a process of its
 * own.
 */
@Timeout(240)
class SignalledStartTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	@Test
	void statementAtWorkIsCancelledAndTheNextStartGoesOn() throws Exception {
		RevisionDirectory versions = new RevisionDirectory(this.directory.resolve("versions"))
			.write("a1", "", "CREATE TABLE t ();")
			.write("b2", "a1", "CREATE TABLE u ();\nSELECT pg_sleep(200);");
		Path log = this.directory.resolve("log.txt");
		Process process = start(log);
		try {
			Awaitility.await().atMost(PATIENCE).until(() -> !asleep().isEmpty());
			process.toHandle().destroy();
			assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).isEqualTo(143);
		assertThat(log).content()
			.contains("told to end in the upgrade of revision b2", "revision b2 was not applied: nothing of it remains",
					"What to do: Start again");
		Awaitility.await().atMost(PATIENCE).until(() -> asleep().isEmpty());
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		versions.write("b2", "a1", "CREATE TABLE u ();");
		assertThat(start(log).waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("b2");
	}

	private List<String> asleep() {
		return this.database.query(
				"SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' " + "AND datname = current_database()");
	}

	private Process start(Path log) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Application.class.getName(),
				"--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.username(),
				"--spring.datasource.password=" + this.database.password(),
				"--migrations.script-location=file:" + this.directory, "--spring.main.web-application-type=none")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class })
	public static class Application {

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args).close();
		}

	}

}
