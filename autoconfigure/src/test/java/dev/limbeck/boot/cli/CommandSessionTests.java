package dev.limbeck.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever decides on the server, the database, the user, the role, the schema or the
 * session: a start and a command work on the same.
 */
class CommandSessionTests {

	private static final String REVISION = """
			CREATE TABLE seen AS SELECT current_user::text AS "user", session_user::text AS login, current_setting('search_path') AS path,
				current_schema()::text AS "schema", current_setting('default_transaction_isolation') AS isolation,
				current_setting('work_mem') AS memory;
			CREATE TABLE made ();
			""";

	private static final String TABLES = """
			SELECT schemaname || '.' || tablename || ' of ' || tableowner FROM pg_tables
			WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
			""";

	private static final String DATASOURCE = """
			spring.datasource.url={url}
			spring.datasource.username={role}
			spring.datasource.password=pw
			""";

	private static final String ELSEWHERE = """
			spring.datasource.url={decoy}
			spring.datasource.username={role}
			spring.datasource.password=pw
			""";

	private static final String R2DBC = """
			spring.r2dbc.url=r2dbc:postgresql://{host}:{port}/{name}
			spring.r2dbc.username={role}
			spring.r2dbc.password=pw
			""";

	@TempDir
	private Path directory;

	private final String suffix = UUID.randomUUID().toString().substring(0, 8);

	private final String role = "role_" + this.suffix;

	private final String other = "other_" + this.suffix;

	private final String group = "group_" + this.suffix;

	private TestDatabase decoy;

	private int configurations;

	@BeforeEach
	void writeRevision() {
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", REVISION);
		this.decoy = PostgresServer.shared().createDatabase();
		this.decoy.execute("CREATE ROLE " + this.group + "; CREATE ROLE " + this.role
				+ " LOGIN PASSWORD 'pw'; CREATE ROLE " + this.other + " LOGIN PASSWORD 'pw'; GRANT " + this.group
				+ " TO " + this.role + ", " + this.other);
		grant(this.decoy);
	}

	@AfterEach
	void nothingWentElsewhere() {
		assertThat(this.decoy.query(TABLES)).isEmpty();
	}

	private void grant(TestDatabase database) {
		database.execute("CREATE SCHEMA shop");
		database.execute("GRANT ALL ON SCHEMA public, shop TO %s, %s, %s".formatted(this.role, this.other, this.group));
	}

	private TestDatabase database() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		grant(database);
		return database;
	}

	private String[] arguments(TestDatabase database, String settings, String... command) {
		List<String> all = new ArrayList<>(List.of(command));
		Path configuration = this.directory.resolve("configuration" + this.configurations++ + ".properties");
		new RevisionDirectory(this.directory).writeFile(configuration.getFileName().toString(), fill(database, settings)
				+ "spring.main.web-application-type=none\nmigrations.script-location=file:" + this.directory + "\n");
		all.add("--spring.config.location=file:" + configuration);
		return all.toArray(String[]::new);
	}

	private String fill(TestDatabase database, String settings) {
		return settings.replace("{url}", database.url())
			.replace("{decoy}", this.decoy.url())
			.replace("{host}", database.host())
			.replace("{port}", String.valueOf(database.port()))
			.replace("{name}", database.name())
			.replace("{role}", this.role)
			.replace("{other}", this.other)
			.replace("{group}", this.group);
	}

	private static List<String> result(TestDatabase database) {
		List<String> result = new ArrayList<>(database.query(TABLES));
		database.query("SELECT quote_ident(schemaname) FROM pg_tables WHERE tablename = 'seen'")
			.forEach((schema) -> result.addAll(database.query("SELECT s::text FROM " + schema + ".seen s")));
		return result;
	}

	static Stream<Arguments> settings() {
		return Stream.of(Arguments.argumentSet("none", DATASOURCE, "public"),
				Arguments.argumentSet("schema of the URL", DATASOURCE.replace("{url}", "{url}?currentSchema=shop"),
						"shop"),
				Arguments.argumentSet("hikari.schema", DATASOURCE + "spring.datasource.hikari.schema=shop\n", "shop"),
				Arguments.argumentSet("search_path of hikari.connection-init-sql",
						DATASOURCE + "spring.datasource.hikari.connection-init-sql=SET search_path TO shop\n", "shop"),
				Arguments.argumentSet("role of hikari.connection-init-sql",
						DATASOURCE + "spring.datasource.hikari.connection-init-sql=SET ROLE {group}\n", "of group"),
				Arguments.argumentSet("currentSchema of hikari.data-source-properties",
						DATASOURCE + "spring.datasource.hikari.data-source-properties.currentSchema=shop\n", "shop"),
				Arguments.argumentSet("options of hikari.data-source-properties", DATASOURCE
						+ "spring.datasource.hikari.data-source-properties.options=-c search_path=shop -c work_mem=7MB\n",
						"7MB"),
				Arguments.argumentSet("hikari.jdbc-url",
						ELSEWHERE + "spring.datasource.hikari.jdbc-url={url}?currentSchema=shop\n", "shop"),
				Arguments.argumentSet("hikari.username",
						DATASOURCE + "spring.datasource.hikari.username={other}\n"
								+ "spring.datasource.hikari.password=pw\n",
						"of other"),
				Arguments.argumentSet("hikari.transaction-isolation",
						DATASOURCE + "spring.datasource.hikari.transaction-isolation=TRANSACTION_SERIALIZABLE\n",
						"serializable"),
				Arguments.argumentSet("hikari.driver-class-name",
						ELSEWHERE + "spring.datasource.hikari.driver-class-name=org.postgresql.Driver\n"
								+ "spring.datasource.hikari.jdbc-url={url}\n",
						"public"),
				Arguments.argumentSet("hikari.data-source-class-name", """
						spring.datasource.url=jdbc:of-no-driver:
						spring.datasource.hikari.data-source-class-name=org.postgresql.ds.PGSimpleDataSource
						spring.datasource.hikari.data-source-properties.url={url}
						spring.datasource.hikari.data-source-properties.user={role}
						spring.datasource.hikari.data-source-properties.password=pw
						spring.datasource.hikari.data-source-properties.currentSchema=shop
						""", "shop"),
				Arguments.argumentSet("hikari.maximum-pool-size",
						DATASOURCE + "spring.datasource.hikari.maximum-pool-size=1\n"
								+ "spring.datasource.hikari.schema=shop\n",
						"shop"),
				Arguments.argumentSet("type without a pool",
						DATASOURCE
								+ "spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource\n"
								+ "spring.datasource.hikari.schema=shop\n",
						"public"),
				Arguments.argumentSet("tomcat", DATASOURCE + """
						spring.datasource.type=org.apache.tomcat.jdbc.pool.DataSource
						spring.datasource.tomcat.init-s-q-l=SET search_path TO shop
						""", "shop"), Arguments.argumentSet("dbcp2", DATASOURCE + """
						spring.datasource.type=org.apache.commons.dbcp2.BasicDataSource
						spring.datasource.dbcp2.default-schema=shop
						spring.datasource.dbcp2.connection-init-sqls=SET work_mem = '7MB'
						""", "7MB"), Arguments.argumentSet("database-url within the pool", """
						migrations.database-url=postgresql://{role}:pw@{host}:{port}/{name}
						spring.datasource.hikari.schema=shop
						""", "shop"),
				Arguments.argumentSet("user of the migrations' own within the pool", DATASOURCE + """
						spring.datasource.hikari.schema=shop
						migrations.datasource.username={other}
						migrations.datasource.password=pw
						""", "shop.made of other"),
				Arguments.argumentSet("user of the migrations' own within another pool", DATASOURCE + """
						spring.datasource.type=org.apache.commons.dbcp2.BasicDataSource
						spring.datasource.dbcp2.default-schema=shop
						migrations.datasource.username={other}
						migrations.datasource.password=pw
						""", "shop.made of other"),
				Arguments.argumentSet("user of the migrations' own beside database-url", """
						migrations.database-url=postgresql://{role}:pw@{host}:{port}/{name}
						spring.datasource.hikari.schema=shop
						migrations.datasource.username={other}
						migrations.datasource.password=pw
						""", "shop.made of other"),
				Arguments.argumentSet("URL of the migrations' own beside the pool", ELSEWHERE + """
						spring.datasource.hikari.schema=shop
						migrations.datasource.url=postgresql://{other}:pw@{host}:{port}/{name}
						""", "public.made of other"), Arguments.argumentSet("r2dbc", R2DBC, "public"),
				Arguments.argumentSet("schema of r2dbc", R2DBC + "spring.r2dbc.properties.schema=shop\n", "shop"),
				Arguments.argumentSet("currentSchema of r2dbc", R2DBC + "spring.r2dbc.properties.currentSchema=shop\n",
						"shop"),
				Arguments.argumentSet("options of r2dbc",
						R2DBC + "spring.r2dbc.properties.options=search_path=shop;work_mem=7MB\n", "7MB"),
				Arguments.argumentSet("options in the URL of r2dbc",
						R2DBC.replace("{name}", "{name}?options=search_path=shop"), "shop"),
				Arguments.argumentSet("user of the migrations' own beside r2dbc",
						R2DBC + "spring.r2dbc.properties.schema=shop\nmigrations.datasource.username={other}\n"
								+ "migrations.datasource.password=pw\n",
						"shop.made of other"));
	}

	@ParameterizedTest
	@MethodSource("settings")
	void startAndCommandAreOneSession(String settings, String expected) {
		Class<?> application = settings.contains("spring.r2dbc") ? ReactiveApplication.class : Application.class;
		TestDatabase started = database();
		SpringApplication.run(application, arguments(started, settings)).close();
		TestDatabase commanded = database();
		RecordedProcess process = run(application, commanded, settings);
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(result(commanded)).isEqualTo(result(started)).anyMatch((line) -> line.contains(expected));
	}

	static Stream<Arguments> refusals() {
		return Stream.of(
				Arguments.argumentSet("jndi-name", Application.class,
						"spring.datasource.jndi-name=java:comp/env/jdbc/db\n",
						"The property spring.datasource.jndi-name is set"),
				Arguments.argumentSet("xa", Application.class,
						DATASOURCE + "spring.datasource.xa.data-source-class-name=org.postgresql.xa.PGXADataSource\n",
						"The property spring.datasource.xa is set"),
				Arguments.argumentSet("a DataSource of its own", OwnDataSource.class, DATASOURCE,
						"The application makes the bean 'elsewhere' in"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whatTakesBeansIsRefused(Class<?> application, String settings, String problem) {
		TestDatabase database = database();
		RecordedProcess process = run(application, database, settings);
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains(problem, "migrations.command.context=application");
		assertThat(database.query(TABLES)).isEmpty();
	}

	@Test
	void propertiesAreEnoughIfTheApplicationSaysSo() {
		TestDatabase database = database();
		RecordedProcess process = run(OwnDataSource.class, database,
				DATASOURCE + "migrations.command.context=environment\n");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(result(database)).isNotEmpty();
	}

	private RecordedProcess run(Class<?> application, TestDatabase database, String settings) {
		String[] arguments = arguments(database, settings, "migrations", "upgrade", "heads");
		return RecordedProcess.run(() -> SpringApplication.run(application, arguments));
	}

	/**
	 * An application that does not use what the properties say.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	static class OwnDataSource {

		@Bean
		DataSource elsewhere() {
			return new PGSimpleDataSource();
		}

	}

	/**
	 * An application that uses JDBC.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class })
	static class Application {

	}

	/**
	 * An application that uses R2DBC.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ R2dbcAutoConfiguration.class, DataSourceAutoConfiguration.class,
			MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class })
	static class ReactiveApplication {

	}

}
