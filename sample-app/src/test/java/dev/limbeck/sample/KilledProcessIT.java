package dev.limbeck.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KilledProcessIT {

	private static final String SLOW_REVISION = """
			-- build slowly
			--
			-- revision: ab5e11b0dead
			-- down_revision: %s

			-- migrate:upgrade
			CREATE TABLE slowly_built (id integer PRIMARY KEY);

			SELECT pg_sleep(%d);

			-- migrate:downgrade
			DROP TABLE slowly_built;
			""";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	@Test
	void nothingRemainsOfTheRevisionThatWasRunning() throws IOException {
		write(30);
		try (SampleProcess process = start()) {
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::isAsleep);
			process.kill();
		}
		assertThat(this.database.query("SELECT version_num FROM migrations_version"))
			.containsExactly(SampleProcess.HEAD);
		assertThat(this.database.query("SELECT to_regclass('slowly_built')")).containsExactly("null");
		write(0);
		try (SampleProcess process = start().awaitStarted()) {
			assertThat(process.get("/users")).isEqualTo("[]");
		}
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("ab5e11b0dead");
		assertThat(this.database.query("SELECT to_regclass('slowly_built')")).containsExactly("slowly_built");
		assertThat(this.database.query("SELECT outcome FROM migrations_history WHERE revision = 'ab5e11b0dead'"))
			.containsExactly("success");
	}

	@Test
	void processesThatAreToldToEndStopWaitingAndWorking() throws IOException, SQLException {
		writeRevision("ab5e11b0dead", SampleProcess.HEAD, "SELECT pg_advisory_lock(4711);");
		writeRevision("ab5e11b0ffff", "ab5e11b0dead", "");
		try (Connection gate = this.database.connect(); Statement statement = gate.createStatement()) {
			statement.execute("SELECT pg_advisory_lock(4711)");
			try (SampleProcess worker = start(); SampleProcess waiter = start()) {
				Awaitility.await()
					.atMost(Duration.ofMinutes(2))
					.until(() -> (worker.output() + waiter.output()).contains("Waiting for"));
				SampleProcess waiting = worker.output().contains("Waiting for") ? worker : waiter;
				SampleProcess working = (waiting == worker) ? waiter : worker;
				Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::isRevisionAtTheGate);
				assertThat(waiting.tellToEnd().awaitExit()).isNotZero();
				assertThat(waiting.output()).contains("told to end while it waited");
				assertThat(working.tellToEnd().awaitExit()).isNotZero();
				assertThat(working.output()).contains("told to end in the upgrade of revision ab5e11b0dead")
					.doesNotContain("-> ab5e11b0ffff");
			}
		}
		assertThat(this.database.query("SELECT version_num FROM migrations_version"))
			.containsExactly(SampleProcess.HEAD);
	}

	private boolean isRevisionAtTheGate() {
		return this.database
			.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted")
			.equals(List.of("1"));
	}

	private void writeRevision(String id, String downRevision, String sql) throws IOException {
		Files.writeString(this.directory.resolve(id + ".sql"),
				"-- revision: %s\n-- down_revision: %s\n-- migrate:upgrade\n%s\n".formatted(id, downRevision, sql));
	}

	private void write(int seconds) throws IOException {
		Files.writeString(this.directory.resolve("ab5e11b0dead_build_slowly.sql"),
				SLOW_REVISION.formatted(SampleProcess.HEAD, seconds));
	}

	private SampleProcess start() {
		return SampleProcess.startOn(this.database,
				"--migrations.version-locations=classpath:db/migrations/versions,file:" + this.directory);
	}

	private boolean isAsleep() {
		return !this.database
			.query("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
			.isEmpty();
	}

}
