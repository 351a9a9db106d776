package dev.limbeck.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenRevisionIT {

	private static final String BROKEN_REVISION = """
			-- break
			--
			-- revision: bad00bad00ba
			-- down_revision: %s

			-- migrate:upgrade
			CREATE TABLE half_done (id integer PRIMARY KEY);

			SELECT '\uD83E\uDD8A', no_such_column FROM half_done;
			""".formatted(SampleProcess.HEAD);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	@Test
	void failureNamesThePlaceAndLeavesTheRevisionBefore() throws IOException {
		Files.writeString(this.directory.resolve("bad00bad00ba_break.sql"), BROKEN_REVISION);
		try (SampleProcess process = SampleProcess.startOn(this.database,
				"--migrations.version-locations=classpath:db/migrations/versions,file:" + this.directory)) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(process.output()).contains("bad00bad00ba_break.sql:9:13", "42703",
					"column \"no_such_column\" does not exist");
			assertThat(process.output()).doesNotContain(this.database.password());
		}
		assertThat(this.database.query("SELECT version_num FROM migrations_version"))
			.containsExactly(SampleProcess.HEAD);
		assertThat(this.database.query("SELECT to_regclass('half_done')")).containsExactly("null");
	}

}
