package dev.limbeck.command;

import java.nio.file.Path;

import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnsureVersionCommand} on a real server.
 */
class EnsureVersionCommandTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void tableIsCreatedOnce() {
		Migrations migrations = new Project(this.path).on(this.database);
		assertThat(migrations.ensureVersion()).isEqualTo(new EnsureVersionResult("migrations_version", true));
		assertThat(migrations.ensureVersion()).isEqualTo(new EnsureVersionResult("migrations_version", false));
		assertThat(this.database.query("SELECT count(*) FROM migrations_version")).containsExactly("0");
	}

	@Test
	void tableIsNamedWithItsSchema() {
		this.database.execute("CREATE SCHEMA versions");
		MigrationSettings defaults = MigrationSettings.defaults();
		Migrations migrations = Migrations.builder()
			.scripts(new Project(this.path).scripts())
			.dataSource(this.database.dataSource())
			.settings(MigrationSettings.builder().schema("versions").versionTable("v").historyTable("h").build())
			.build();
		assertThat(migrations.ensureVersion()).isEqualTo(new EnsureVersionResult("versions.v", true));
	}

}
