package dev.limbeck.boot.autoconfigure;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.boot.autoconfigure.MigrationsProperties.OnStartup;
import dev.limbeck.command.Migrations;
import dev.limbeck.runtime.ChecksumMismatchException;
import dev.limbeck.runtime.LockWaitTimeoutException;
import dev.limbeck.runtime.PendingRevisionsException;
import dev.limbeck.runtime.StatementFailedException;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsAutoConfiguration} on a real server.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationsAutoConfigurationTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class, DataSourceAutoConfiguration.class,
						MigrationsAutoConfiguration.class, DisabledMigrationsAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.url(),
				"spring.datasource.username=" + this.database.username(),
				"spring.datasource.password=" + this.database.password());

	private RevisionDirectory directory;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runner = this.bare.withPropertyValues("migrations.version-locations=" + this.directory.location());
	}

	@Test
	void migratesWhenTheContextStarts(CapturedOutput output) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(Migrations.class).hasSingleBean(MigrationsInitializer.class);
			assertThat(versions()).containsExactly("a1");
		});
		assertThat(output).contains("Database was upgraded to revision a1: 1 revision applied");
	}

	@Test
	void secondStartSaysThatNothingIsToDo(CapturedOutput output) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut().lines().filter((line) -> line.contains("is up to date at revision a1"))).hasSize(1);
	}

	@Test
	void applicationWithoutRevisionsStartsAndSaysSo(CapturedOutput output) {
		this.bare.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Database is up to date at base").doesNotContain("WARN");
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
	}

	@Test
	void backsOffWhenDisabledAndWarns(CapturedOutput output) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withPropertyValues("migrations.enabled=false").run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(Migrations.class)
				.doesNotHaveBean(MigrationsInitializer.class);
			assertThat(tables()).isEmpty();
		});
		assertThat(output).contains("WARN")
			.contains("There are revisions in " + this.directory.location())
			.contains("migrations.enabled is 'false'");
	}

	@Test
	void doesNotWarnWhenDisabledAndThereAreNoRevisions(CapturedOutput output) {
		this.runner.withPropertyValues("migrations.enabled=false").run((context) -> assertThat(context).hasNotFailed());
		this.bare.withPropertyValues("migrations.enabled=false", "migrations.script-location=file:/nowhere")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("WARN");
	}

	@Test
	void warnsUnderLazyInitializationToo(CapturedOutput output) {
		this.directory.write("a1", "", "");
		new SpringApplicationBuilder(LazyApplication.class).web(WebApplicationType.NONE)
			.run("--migrations.enabled=false", "--migrations.version-locations=" + this.directory.location(),
					"--spring.main.lazy-initialization=true", "--spring.main.banner-mode=off")
			.close();
		assertThat(output).contains("There are revisions in");
	}

	@Test
	void backsOffWithoutDriverAndWarns(CapturedOutput output) {
		this.directory.write("a1", "", "");
		this.runner.withClassLoader(new FilteredClassLoader(PGConnection.class)).run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(Migrations.class)
				.doesNotHaveBean(MigrationsInitializer.class);
			assertThat(output).contains("There are revisions in")
				.contains("PostgreSQL's JDBC driver is not on the class path. Add the dependency");
		});
	}

	@Test
	void worksWithoutHikari() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withClassLoader(new FilteredClassLoader(HikariDataSource.class))
			.withPropertyValues("spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource")
			.run((context) -> assertThat(versions()).containsExactly("a1"));
	}

	@Test
	void userMigrationsAreRun() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner
			.withBean("own", Migrations.class,
					() -> Migrations.builder()
						.dataSource(this.database.dataSource())
						.scripts(new ScriptSettings("classpath:db", List.of(this.directory.location())))
						.build())
			.withPropertyValues("migrations.version-locations=file:/nowhere")
			.run((context) -> {
				assertThat(context).hasSingleBean(Migrations.class).hasBean("own");
				assertThat(versions()).containsExactly("a1");
			});
	}

	@Test
	void userInitializerIsUsed() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withUserConfiguration(CountingInitializerConfiguration.class).run((context) -> {
			assertThat(context).hasSingleBean(MigrationsInitializer.class).hasBean("counting");
			assertThat(context.getBean(AtomicInteger.class)).hasValue(1);
			assertThat(tables()).isEmpty();
		});
	}

	@Test
	void validateFailsWhenTheDatabaseIsBehind() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withPropertyValues("migrations.on-startup=validate").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(PendingRevisionsException.class)
				.rootCause()
				.hasMessageContaining("lacks 1 revision that this application needs: a1")
				.hasMessageContaining("migrations.on-startup is 'validate'");
			assertThat(tables()).isEmpty();
		});
	}

	@Test
	void validateSaysThatTheDatabaseIsUpToDate(CapturedOutput output) {
		this.directory.write("a1", "", "");
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues("migrations.on-startup=validate")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Database is up to date at revision a1; nothing to do");
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrations.autogenerate.format=cobol", "migrations.truncate-slug-length=long",
			"migrations.post-write-hooks[0].ignore-exit-code=perhaps", "migrations.offline.server-version=9",
			"migrations.naming.uq=%(nothing)s" })
	void valueThatOnlyACommandUsesFailsTheStart(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			assertThat(context.getStartupFailure()).hasStackTraceContaining(property.replaceAll("(\\.uq)?=.*", ""));
			assertThat(tables()).isEmpty();
		});
	}

	@Test
	void startDoesNotMakeTheMigrations() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton("migrations")).isFalse();
			assertThat(context.getBean(Migrations.class).current().rows()).containsExactly("a1");
		});
	}

	@Test
	void noneDoesNotLookAtTheDatabase(CapturedOutput output) {
		this.runner
			.withPropertyValues("migrations.on-startup=none", "spring.datasource.url=jdbc:postgresql://no.host/db")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("The database was not looked at, because migrations.on-startup is 'none'");
	}

	@Test
	void placeholdersAreReplaced() {
		this.directory.write("a1", "", "CREATE TABLE ${table.name} (id int);");
		this.runner.withPropertyValues("migrations.placeholders.table.name=t")
			.run((context) -> assertThat(tables()).contains("t"));
	}

	@Test
	void tablesHaveTheNamesOfTheProperties() {
		this.directory.write("a1", "", "");
		this.runner
			.withPropertyValues("migrations.version-table=alembic_version", "migrations.history-table=Log of steps")
			.run((context) -> assertThat(tables()).containsExactlyInAnyOrder("alembic_version", "Log of steps"));
	}

	@Test
	void tablesAreInTheSchemaOfTheProperty() {
		this.database.execute("CREATE SCHEMA admin");
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withPropertyValues("migrations.version-table-schema=admin").run((context) -> {
			assertThat(this.database.query("SELECT version_num FROM admin.migrations_version")).containsExactly("a1");
			assertThat(this.database.query("SELECT revision FROM admin.migrations_history")).containsExactly("a1");
			assertThat(tables()).containsExactly("t");
		});
	}

	@Test
	void emptySchemaIsTheCurrentOne() {
		this.directory.write("a1", "", "");
		this.runner.withPropertyValues("migrations.version-table-schema=")
			.run((context) -> assertThat(versions()).containsExactly("a1"));
	}

	@Test
	void perRunModeLeavesNothing() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);").write("b2", "a1", "SELECT nowhere;");
		this.runner.withPropertyValues("migrations.transaction-mode=per-run").run((context) -> {
			assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(StatementFailedException.class);
			assertThat(tables()).doesNotContain("t");
		});
		this.runner.run((context) -> assertThat(versions()).containsExactly("a1"));
	}

	@Test
	void targetStopsTheUpgrade() {
		this.directory.write("aaaa1", "", "").write("bbbb2", "aaaa1", "");
		this.runner.withPropertyValues("migrations.target=aaaa1")
			.run((context) -> assertThat(versions()).containsExactly("aaaa1"));
	}

	@Test
	void editedRevisionFailsOrWarns(CapturedOutput output) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		this.directory.write("a1", "", "CREATE TABLE t (id bigint);");
		this.runner.run((context) -> assertThat(context.getStartupFailure())
			.hasRootCauseInstanceOf(ChecksumMismatchException.class));
		this.runner.withPropertyValues("migrations.on-checksum-mismatch=warn")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("WARN").contains("was edited after it had been applied");
	}

	@Test
	void lockIsWaitedForAsLongAsTheProperty() throws Exception {
		this.directory.write("a1", "", "");
		try (Connection holder = lock()) {
			this.runner.withPropertyValues("migrations.lock-wait-timeout=100ms")
				.run((context) -> assertThat(context.getStartupFailure())
					.hasRootCauseInstanceOf(LockWaitTimeoutException.class));
		}
	}

	// The key of the lock is that which a run takes: read while one runs
	private Connection lock() throws Exception {
		Connection connection = this.database.connect();
		RevisionDirectory spy = new RevisionDirectory(this.directory.path().resolveSibling("spy"));
		spy.write("a1", "", "CREATE TABLE lock_key AS SELECT (l.classid::bigint << 32) | l.objid::bigint AS key "
				+ "FROM pg_locks l WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid();");
		this.bare.withPropertyValues("migrations.version-locations=" + spy.location())
			.run((context) -> assertThat(context).hasNotFailed());
		this.database.execute("DELETE FROM migrations_version; DELETE FROM migrations_history");
		try (Statement statement = connection.createStatement()) {
			statement.execute("SELECT pg_advisory_lock(key) FROM lock_key");
		}
		return connection;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "\" \" | space", "\"\n\" | newline", "\":\" | :",
			"\";\" | ;", "\",\" | ,", "\", \" | ,", "\";\n\" | ;" })
	void versionLocationsAreSeparatedAsTheySay(String separator, String name) {
		assertThatBothDirectoriesAreRead("migrations.version-path-separator=" + name,
				"migrations.version-locations=" + first() + separator + second());
	}

	@Test
	void versionLocationsAreSeparatedByThePathSeparatorOfTheSystem() {
		assertThatBothDirectoriesAreRead("migrations.version-locations=" + first() + File.pathSeparator + second());
	}

	@Test
	void versionLocationsAreAList() {
		assertThatBothDirectoriesAreRead("migrations.version-locations[0]=" + first(),
				"migrations.version-locations[1]=" + second());
	}

	@Test
	void scriptLocationHoldsVersions() {
		this.directory.writeFile("versions/a1.sql", "-- a\n-- revision: a1\n-- migrate:upgrade\n");
		this.bare.withPropertyValues("migrations.script-location=" + this.directory.location())
			.run((context) -> assertThat(versions()).containsExactly("a1"));
	}

	private String first() {
		return this.directory.location() + "/one";
	}

	private String second() {
		return this.directory.location() + "/two";
	}

	private void assertThatBothDirectoriesAreRead(String... properties) {
		this.directory.writeFile("one/a1.sql", "-- a\n-- revision: a1\n-- migrate:upgrade\n")
			.writeFile("two/b1.sql", "-- b\n-- revision: b1\n-- down_revision: a1\n-- migrate:upgrade\n");
		this.bare.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(versions()).containsExactly("b1");
		});
	}

	@ParameterizedTest
	@CsvSource({ "spring.datasource.connection-fetch=lazy", "spring.datasource.hikari.auto-commit=false",
			"spring.datasource.hikari.read-only=true", "spring.datasource.hikari.maximum-pool-size=1",
			"spring.datasource.hikari.schema=public",
			"spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource" })
	void poolOfAnyKindIsLeftClean(String property, CapturedOutput output) {
		this.directory.write("a1", "",
				"CREATE TABLE public.t (id int); SET search_path = nowhere; SET TimeZone = 'Asia/Tokyo';");
		this.runner
			.withPropertyValues(property, "spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=5000")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				DataSource dataSource = context.getBean(DataSource.class);
				assertThat(query(dataSource, "SELECT current_setting('TimeZone') || ' ' || current_schema()"))
					.isNotEqualTo("Asia/Tokyo public")
					.endsWith(" public");
				assertThat(context.getBean(Migrations.class).status().current()).containsExactly("a1");
				assertThat(query(dataSource, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
					.isEqualTo("0");
			});
		assertThat(output).doesNotContain("WARN");
	}

	@ParameterizedTest
	@CsvSource({ "true,false", "false,false", "true,true", "false,true" })
	void settingsOfThePoolAreKept(boolean autoCommit, boolean readOnly) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		ApplicationContextRunner pool = this.runner.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1",
				"spring.datasource.hikari.auto-commit=" + autoCommit, "spring.datasource.hikari.read-only=" + readOnly);
		for (int i = 0; i < 2; i++) {
			pool.run((context) -> {
				assertThat(context.getBean(Migrations.class).status().current()).containsExactly("a1");
				try (Connection connection = context.getBean(DataSource.class).getConnection()) {
					assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
					assertThat(connection.isReadOnly()).isEqualTo(readOnly);
				}
			});
		}
	}

	@Test
	void lazyConnectionProxyIsTheDataSource() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withPropertyValues("spring.datasource.connection-fetch=lazy").run((context) -> {
			assertThat(context).getBean(DataSource.class).isInstanceOf(LazyConnectionDataSourceProxy.class);
			assertThat(versions()).containsExactly("a1");
		});
	}

	@Test
	void applicationNameIsRecorded() {
		this.directory.write("a1", "", "");
		this.runner.withPropertyValues("spring.application.name=shop")
			.run((context) -> assertThat(this.database.query("SELECT application FROM migrations_history"))
				.containsExactly("shop"));
	}

	@Test
	void schemaOfTheMigratedDatabaseIsManaged() {
		this.runner.run((context) -> {
			MigrationsSchemaManagementProvider provider = context.getBean(MigrationsSchemaManagementProvider.class);
			assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
				.isEqualTo(SchemaManagement.MANAGED);
			assertThat(provider.getSchemaManagement(this.database.dataSource())).isEqualTo(SchemaManagement.UNMANAGED);
		});
	}

	@Test
	void childContextMigratesNothingAgain(CapturedOutput output) {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.run((parent) -> this.runner.withParent(parent).run((child) -> {
			assertThat(child).hasNotFailed();
			assertThat(versions()).containsExactly("a1");
		}));
		assertThat(output).containsOnlyOnce("1 revision applied");
	}

	@Test
	void revisionsAreKeptInNativeImage() {
		RuntimeHints hints = new RuntimeHints();
		new MigrationsRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.resource().forResource("db/migrations/versions/2026/a1.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(AuthoringProperties.class)).accepts(hints);
	}

	private List<String> versions() {
		return this.database.query("SELECT version_num FROM migrations_version ORDER BY 1");
	}

	private List<String> tables() {
		return this.database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
	}

	private static String query(DataSource dataSource, String sql) throws Exception {
		try (Connection connection = dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class CountingInitializerConfiguration {

		@Bean
		AtomicInteger calls() {
			return new AtomicInteger();
		}

		@Bean
		MigrationsInitializer counting(AtomicInteger calls) {
			return new MigrationsInitializer(() -> {
				throw new IllegalStateException();
			}, OnStartup.NONE) {

				@Override
				public void afterPropertiesSet() {
					calls.incrementAndGet();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class,
			DisabledMigrationsAutoConfiguration.class })
	static class LazyApplication {

	}

}
