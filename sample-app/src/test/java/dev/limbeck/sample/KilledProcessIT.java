package dev.limbeck.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
