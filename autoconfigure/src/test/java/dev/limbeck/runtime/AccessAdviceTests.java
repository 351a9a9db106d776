package dev.limbeck.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An error that has a cause has advice of its own.
 */
class AccessAdviceTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final String role = "r_" + UUID.randomUUID().toString().substring(0, 8);

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "", "");
		this.runs = new Runs(this.database, this.directory);
		this.database.execute("CREATE ROLE " + this.role + " LOGIN PASSWORD 'of-the-role'");
	}

	@AfterEach
	void dropRole() {
		this.database.execute("DROP OWNED BY " + this.role + "; DROP ROLE " + this.role);
	}

	private DataSource as(String username, String password, String options) {
		SimpleDriverDataSource dataSource = new SimpleDriverDataSource(new org.postgresql.Driver(), this.database.url(),
				username, password);
		Properties properties = new Properties();
		properties.setProperty("options", options);
		dataSource.setConnectionProperties(properties);
		return dataSource;
	}

	private void fails(DataSource dataSource, Consumer<MigrationException> asserted) {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> this.runs.runner().upgrade(ConnectionSource.of(dataSource)))
			.satisfies(asserted);
	}

	@Test
	void missingPrivilegeNamesTheTablesAndTheGrants() {
		this.runs.start();
		this.database.execute("GRANT SELECT ON migrations_version TO " + this.role);
		this.directory.write("b2", "a1", "");
		fails(as(this.role, "of-the-role", ""), (failure) -> {
			assertThat(failure.getMessage()).contains("permission denied for table migrations_", "42501");
			assertThat(failure.getAction())
				.contains("GRANT SELECT, INSERT, UPDATE, DELETE ON \"migrations_version\"",
						"GRANT SELECT ON \"migrations_version\", \"migrations_history\"")
				.doesNotContain("See that the database runs");
		});
	}

	@Test
	void lockedTableIsSaidToBe() throws Exception {
		this.runs.start();
		this.directory.write("b2", "a1", "");
		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE migrations_version IN ACCESS EXCLUSIVE MODE");
			fails(as(this.database.username(), this.database.password(), "-c lock_timeout=100"), (failure) -> {
				assertThat(failure.getMessage()).contains("55P03");
				assertThat(failure.getAction()).contains("lock_timeout", "pg_locks");
			});
		}
	}

	@Test
	void refusedPasswordAndMissingDatabaseAreNoMatterOfTheNetwork() {
		fails(as(this.role, "wrong", ""),
				(failure) -> assertThat(failure.getAction()).contains("Correct the user and the password"));
	}

	@Test
	void missingSchemaIsCreatedOnlyWhereThatIsAskedFor() {
		MigrationSettings settings = MigrationSettings.builder()
			.schema("own schema")
			.versionTable("v")
			.historyTable("h")
			.lockWaitTimeout(Duration.ofSeconds(60))
			.build();
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> start(settings))
			.satisfies((failure) -> assertThat(failure.getAction()).contains("CREATE SCHEMA \"own schema\"",
					"migrations.create-schema=true", "migrations.version-table-schema"));
		start(settings.toBuilder().createSchema(true).build());
		assertThat(this.database.query("SELECT version_num FROM \"own schema\".v")).containsExactly("a1");
	}

	private void start(MigrationSettings settings) {
		new MigrationRunner(new PostgresqlDialect(), this.runs.scripts(), settings).upgrade(this.runs.connections());
	}

	@Test
	void searchPathThatLeadsNowhereIsPrinted() {
		fails(as(this.database.username(), this.database.password(), "-c search_path=nowhere,nobody"),
				(failure) -> assertThat(failure.getMessage()).contains("(nowhere,nobody)"));
	}

	@Test
	void statementOfARevisionHasAdviceByItsCause() {
		this.runs.start();
		this.directory.write("b2", "a1", "CREATE TABLE nowhere.t ();");
		fails(this.database.dataSource(),
				(failure) -> assertThat(failure.getAction()).contains("Create the schema in a revision"));
		this.directory.write("b2", "a1", "SET LOCAL ROLE " + this.role + ";\nDROP TABLE migrations_history;");
		fails(this.database.dataSource(), (failure) -> assertThat(failure.getAction()).contains("GRANT"));
	}

	@Test
	void statementThatARevisionPreparesIsNotThereForTheNext() {
		this.directory.write("b2", "a1", "PREPARE p1 AS SELECT 1;\nEXECUTE p1;")
			.write("c3", "b2", "PREPARE p1 AS SELECT 2;\nPREPARE \"P 2\" AS SELECT 3;")
			.write("d4", "c3", "DO $$ BEGIN EXECUTE 'PREPARE p1 AS SELECT 3'; END $$;")
			.write("e5", "d4", "PREPARE p1 AS SELECT 4;")
			.writeFile("f6.sql",
					"-- f\n-- revision: f6\n-- down_revision: e5\n-- migrate:upgrade transaction=off\n"
							+ "PREPARE p1 AS SELECT 5;\n")
			.write("g7", "f6", "PREPARE p1 AS SELECT 6;");
		this.runs.start();
		assertThat(this.runs.heads()).containsExactly("g7");
	}

}
