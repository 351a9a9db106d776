package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for which database counts if several properties name one: a production that is
 * never migrated by a test, and the database of the test.
 */
@ExtendWith(OutputCaptureExtension.class)
class DatabasePrecedenceTests {

	private final TestDatabase production = PostgresServer.shared().createDatabase();

	private final TestDatabase tested = PostgresServer.shared().createDatabase();

	private final String container = "jdbc:tc:fixture:18:///" + UUID.randomUUID();

	@TempDir
	private Path directory;

	private ApplicationContextRunner runner;

	@BeforeEach
	void writeRevision() {
		RevisionDirectory revisions = new RevisionDirectory(this.directory);
		revisions.writeFile("r1.sql", "-- revision: r1\n-- migrate:upgrade\nCREATE TABLE migrated ();\n");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.r2dbc.spi"))
			.withInitializer(file("application.yml", Map.of("migrations.version-locations", revisions.location(),
					"spring.datasource.username", "postgres", "spring.datasource.password", this.tested.password())));
	}

	private static String withCredentials(TestDatabase database) {
		return database.url() + "?user=" + database.username() + "&password=" + database.password();
	}

	// Each one is put below what is there: the first is the nearest
	private static ApplicationContextInitializer<ConfigurableApplicationContext> file(String name,
			Map<String, Object> properties) {
		return (context) -> context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource(name, new HashMap<>(properties)));
	}

	private static ApplicationContextInitializer<ConfigurableApplicationContext> variables(
			Map<String, Object> variables) {
		return (context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("of-the-shell-systemEnvironment", new HashMap<>(variables)));
	}

	private static ApplicationContextInitializer<ConfigurableApplicationContext> test(String... properties) {
		return (context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, properties);
	}

	private Consumer<AssertableApplicationContext> migratesTheTested() {
		return (context) -> {
			assertThat(context).hasNotFailed();
			assertThat(isMigrated(this.tested)).isTrue();
			assertThat(isMigrated(this.production)).isFalse();
		};
	}

	private Consumer<AssertableApplicationContext> migratesTheContainer() {
		return (context) -> {
			assertThat(context).hasNotFailed();
			assertThat(JdbcClient.create(context.getBean(DataSource.class))
				.sql("SELECT count(*) FROM migrated")
				.query(Integer.class)
				.single()).isZero();
			assertThat(isMigrated(this.production)).isFalse();
		};
	}

	private static boolean isMigrated(TestDatabase database) {
		return !database.query("SELECT 1 FROM pg_tables WHERE tablename = 'migrated'").isEmpty();
	}

	private void run(Consumer<AssertableApplicationContext> expected) {
		this.runner.run(expected::accept);
	}

	@Test
	void containerOfATestWinsOverADatabaseUrlOfAFile(CapturedOutput output) {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.container))
			.withInitializer(file(".env", Map.of("migrations.database-url", withCredentials(this.production))));
		run(migratesTheContainer());
		assertThat(output).contains("migrations.database-url is not used");
	}

	@Test
	void containerOfAFileWinsOverADatabaseUrlOfTheShell() {
		this.runner = this.runner
			.withInitializer(variables(Map.of("MIGRATIONS_DATABASE_URL", withCredentials(this.production))))
			.withInitializer(file("application-test.yml", Map.of("spring.datasource.url", this.container)));
		run(migratesTheContainer());
	}

	@Test
	void containerWinsOverASecret() {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.container))
			.withInitializer(file("application-prod.yml", Map.of("migrations.secret.name", "never-read")));
		run(migratesTheContainer());
	}

	@Test
	void containerWinsOverAnOwnConnection(CapturedOutput output) {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.container))
			.withInitializer(file("application.properties",
					Map.of("migrations.datasource.url", this.production.url(), "migrations.datasource.username",
							"postgres", "migrations.datasource.password", this.production.password())));
		run(migratesTheContainer());
		assertThat(output).contains("migrations.datasource is not used");
	}

	@Test
	void containerWinsOverAnOwnConnectionWithAnUnsetVariable() {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.container))
			.withInitializer(
					file("application.properties", Map.of("migrations.datasource.url", "${OWNER_URL_OF_NOBODY}")));
		run(migratesTheContainer());
	}

	@Test
	void containerIsNotReachedAsAnotherUser() {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.container))
			.withInitializer(file("application.properties", Map.of("migrations.datasource.username", "owner")));
		run(migratesTheContainer());
	}

	@Test
	void urlOfATestWinsOverADatabaseUrlOfAFile() {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.tested.url()))
			.withInitializer(file(".env", Map.of("DATABASE_URL", withCredentials(this.production))))
			.withInitializer(file("application.yml [2]", Map.of("migrations.database-url", "${DATABASE_URL}")));
		run(migratesTheTested());
	}

	@Test
	void urlOfATestWinsOverADatabaseUrlOfTheShell() {
		this.runner = this.runner
			.withInitializer(variables(Map.of("MIGRATIONS_DATABASE_URL", withCredentials(this.production))))
			.withInitializer(test("spring.datasource.url=" + this.tested.url()));
		run(migratesTheTested());
	}

	@Test
	void urlOfATestWinsOverAnOwnConnectionOfAFile() {
		this.runner = this.runner.withInitializer(test("spring.datasource.url=" + this.tested.url()))
			.withInitializer(file(".env",
					Map.of("migrations.datasource.url", this.production.url(), "migrations.datasource.username",
							"postgres", "migrations.datasource.password", this.production.password())));
		run(migratesTheTested());
	}

	@Test
	void urlOfANearerFileWins() {
		this.runner = this.runner
			.withInitializer(file("application-local.yml", Map.of("spring.datasource.url", this.tested.url())))
			.withInitializer(
					file("application.yml [2]", Map.of("migrations.database-url", withCredentials(this.production))));
		run(migratesTheTested());
	}

	@Test
	void databaseUrlOfANearerFileWins() {
		this.runner = this.runner
			.withInitializer(
					file("application-local.yml", Map.of("migrations.database-url", withCredentials(this.tested))))
			.withInitializer(file("application.yml [2]", Map.of("spring.datasource.url", this.production.url())));
		run(migratesTheTested());
	}

	@Test
	void databaseUrlWinsOverAUrlBesideIt() {
		this.runner = this.runner.withInitializer(file("application.yml [2]", Map.of("migrations.database-url",
				withCredentials(this.tested), "spring.datasource.url", this.production.url())));
		run(migratesTheTested());
	}

	@Test
	void ownConnectionBesideTheUrlOfAFileIsUsed() {
		this.runner = this.runner
			.withInitializer(file("application-prod.yml", Map.of("spring.datasource.url", this.production.url())))
			.withInitializer(file("application.yml [2]",
					Map.of("migrations.datasource.url", this.tested.url(), "migrations.datasource.username", "postgres",
							"migrations.datasource.password", this.tested.password())));
		run(migratesTheTested());
	}

	@Test
	void emptyValuesUnset() {
		this.runner = this.runner
			.withInitializer(test("migrations.database-url=", "migrations.datasource.url=",
					"migrations.datasource.username=", "migrations.secret.name=", "migrations.datasource.secret-name="))
			.withInitializer(file("application.yml [2]",
					Map.of("spring.datasource.url", this.tested.url(), "migrations.database-url",
							withCredentials(this.production), "migrations.datasource.url", this.production.url())));
		run(migratesTheTested());
	}

	@Test
	void variableThatMayBeEmptyUnsets() {
		this.runner = this.runner.withInitializer(file("application.yml [2]", Map.of("spring.datasource.url",
				this.tested.url(), "migrations.database-url", "${DATABASE_URL_OF_NOBODY:}")));
		run(migratesTheTested());
	}

	@Test
	void variableThatIsEmptyIsAnErrorAndNotAnotherDatabase() {
		this.runner = this.runner.withInitializer(file("application.yml [2]", Map.of("spring.datasource.url",
				this.tested.url(), "migrations.database-url", "${DATABASE_URL}", "DATABASE_URL", "")));
		run((context) -> {
			assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("migrations.database-url is empty");
			assertThat(isMigrated(this.tested)).isFalse();
		});
	}

	@Test
	void commandFollowsTheSameOrder() {
		this.runner.withInitializer(test("spring.datasource.url=" + this.tested.url()))
			.withInitializer(file(".env",
					Map.of("migrations.database-url", withCredentials(this.production), "migrations.datasource.url",
							withCredentials(this.production))))
			.withPropertyValues("migrations.enabled=false")
			.run((context) -> {
				MigrationsProperties properties = context.getBean(MigrationsProperties.class);
				DataSource found = new EnvironmentDatabase(properties, (name) -> name, context.getEnvironment(),
						new FilteredClassLoader("io.r2dbc.spi"), (types, own) -> null)
					.find();
				assertThat(JdbcClient.create(found).sql("SELECT current_database()").query(String.class).list())
					.isEqualTo(List.of(this.tested.name()));
			});
	}

}
