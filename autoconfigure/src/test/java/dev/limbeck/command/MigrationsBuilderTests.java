package dev.limbeck.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationsBuilder} on a real server.
 */
class MigrationsBuilderTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	@Test
	void dataSourceIsEnough() {
		MigrationResult result = Migrations.builder().dataSource(this.database.dataSource()).build().upgrade();
		assertThat(result.revisions()).isEmpty();
	}

	@Test
	void scriptLocationIsTheParentOfTheVersions() {
		new Project(this.path.resolve("versions")).revision("a1", "", "");
		Migrations migrations = Migrations.builder().scriptLocation("file:" + this.path).build();
		assertThat(Project.ids(migrations.heads())).containsExactly("a1");
	}

	@Test
	void poolNeverGetsBackASessionThatARevisionChanged() throws SQLException {
		Project project = new Project(this.path).file("a1.sql", """
				-- make a1
				-- revision: a1
				-- migrate:upgrade
				CREATE SCHEMA other;
				SET search_path TO other;
				""");
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.database.url());
			pool.setUsername(this.database.username());
			pool.setPassword(this.database.password());
			pool.setMaximumPoolSize(1);
			Migrations migrations = Migrations.builder().scripts(project.scripts()).dataSource(pool).build();
			assertThat(migrations.upgrade().revisions()).containsExactly("a1");
			try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
				assertThat(connection.getSchema()).isEqualTo("public");
				assertThat(statement.execute("SELECT 1")).isTrue();
			}
		}
	}

	@Test
	void withoutADatabaseOnlyWhatNeedsOneFails() {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThat(migrations.heads()).hasSize(2);
		assertThatExceptionOfType(NoDatabaseException.class).isThrownBy(migrations::upgrade);
		assertThatExceptionOfType(NoDatabaseException.class).isThrownBy(migrations::validate);
		assertThatExceptionOfType(NoDatabaseException.class).isThrownBy(migrations::status);
	}

}
