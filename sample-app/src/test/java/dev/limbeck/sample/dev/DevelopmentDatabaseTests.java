package dev.limbeck.sample.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevelopmentDatabaseTests {

	@TempDir
	private Path directory;

	@Test
	void dataIsThereAfterRestart() throws Exception {
		Path folder = this.directory.resolve("a b/postgres");
		try (DevelopmentDatabase database = DevelopmentDatabase.start(folder)) {
			execute(database, "CREATE TABLE kept AS SELECT 42 AS answer");
		}
		try (DevelopmentDatabase database = DevelopmentDatabase.start(folder)) {
			assertThat(query(database, "SELECT answer FROM kept")).isEqualTo("42");
			assertThat(query(database, "SHOW fsync")).isEqualTo("on");
			assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
		}
	}

	@Test
	void folderInUseIsRefusedAndLeftAlone() throws Exception {
		Path folder = this.directory.resolve("postgres");
		try (DevelopmentDatabase database = DevelopmentDatabase.start(folder)) {
			assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
				.isThrownBy(() -> DevelopmentDatabase.start(folder))
				.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("expenses.data-directory"));
			assertThat(query(database, "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void commandWorksOnTheDatabaseOfAnApplicationThatRuns() throws Exception {
		Path folder = this.directory.resolve("postgres");
		assertThat(DevelopmentDatabase.findRunning(folder)).isNull();
		try (DevelopmentDatabase database = DevelopmentDatabase.start(folder)) {
			try (DevelopmentDatabase found = DevelopmentDatabase.findRunning(folder)) {
				assertThat(found).isNotNull();
				assertThat(query(found, "SELECT 1")).isEqualTo("1");
			}
			assertThat(query(database, "SELECT 1")).isEqualTo("1");
		}
		assertThat(DevelopmentDatabase.findRunning(folder)).isNull();
	}

	@Test
	void serverIsStoppedOnClose() throws IOException {
		Path folder = this.directory.resolve("postgres");
		DevelopmentDatabase.start(folder).close();
		assertThat(folder.resolve("postmaster.pid")).doesNotExist();
		assertThat(OrphanedServer.find(folder)).isNull();
	}

	private static void execute(DevelopmentDatabase database, String sql) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String query(DevelopmentDatabase database, String sql) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static Connection connect(DevelopmentDatabase database) throws SQLException {
		return DriverManager.getConnection(database.url(), DevelopmentDatabase.USERNAME, "");
	}

}
