package dev.limbeck.boot.cli;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arguments in which the word {@code migrations} is wrong: what was asked for is not
 * done, and nothing else either.
 */
class MistypedCommandTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void writeRevision() {
		this.database = PostgresServer.shared().createDatabase();
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", "CREATE TABLE a ();");
	}

	private RecordedProcess run(String... arguments) {
		String[] properties = { "--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.username(),
				"--spring.datasource.password=" + this.database.password(),
				"--migrations.script-location=file:" + this.directory };
		return RecordedProcess.run(() -> Application.main(StringUtils.concatenateStringArrays(properties, arguments)));
	}

	private boolean isUpgraded() {
		return !this.database.query("SELECT tablename FROM pg_tables WHERE tablename = 'a'").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "migration downgrade base", "migration downgrad base", "Migrations downgrade base",
			"MIGRATIONS current", "migratons upgrade heads --plan", "imigrations history", "migraitons check",
			"migrate upgrade heads", "--migrations downgrade base", "--migration downgrade base",
			"-migrations downgrade base", "migration --json current", "migration -n reporting downgrade base",
			"migration -q ensure-version", "migration help", "-v migrations downgrade base",
			"-Dspring.profiles.active=prod migrations downgrade base",
			"--spring.profiles.active prod migrations downgrade base", "-q migration downgrade base",
			" migrations downgrade base", "migrations=downgrade base", "--migrations=downgrade base",
			"migrations:current", "migration=downgrad base" })
	void wordThatIsNearlyRightBeforeACommandIsRefused(String arguments) {
		RecordedProcess process = run(arguments.split(" "));
		assertThat(process.exitCode()).isEqualTo(2);
		assertThat(process.errors()).startsWith("migrations: ").contains("The application was not started.");
		assertThat(isUpgraded()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "migration", "migration import", "migration 2026", "import downgrade", "vibrating show",
			"import migrations", "emigration list", "--migration.enabled=true current", "current", "downgrade base",
			"--mode=migration check", "--mode=migration:check", "migration:import", "migration --check",
			"copy migration history" })
	void argumentsOfTheApplicationStartIt(String arguments) {
		RecordedProcess process = run(arguments.split(" "));
		assertThat(process.failure()).isNull();
		assertThat(process.ranCommand()).isFalse();
		assertThat(isUpgraded()).isTrue();
	}

	@Test
	void wordThatWasMeantIsNamed() {
		assertThat(run("migration", "downgrade", "base").errors()).isEqualTo("""
				migrations: Unknown word 'migration' before 'downgrade'. Did you mean 'migrations downgrade'?
				The application was not started. Before 'migrations' stand only options of the form --name=value; \
				see 'migrations --help'.
				""");
		assertThat(run("-v", "migrations", "downgrade", "base").errors())
			.startsWith("migrations: The word 'migrations' is not the first argument that is no option, so that "
					+ "'downgrade' would not be run\n");
	}

	@Test
	void refusalIsJsonWhereTheResultWasToBe() {
		RecordedProcess process = run("migration", "current", "--json");
		assertThat(process.exitCode()).isEqualTo(2);
		assertThat(process.output()).contains("\"category\": \"usage\"").contains("'migration'");
	}

	@Test
	void processOfItsOwnEndsWithTheExitCode() throws Exception {
		Path output = this.directory.resolve("output");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Application.class.getName(),
				"migration", "downgrade", "base")
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(2);
		assertThat(output).content().startsWith("migrations: Unknown word 'migration'").hasLineCount(2);
	}

	/**
	 * A small application.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class })
	public static class Application {

		// The JVM of the test starts it
		public static void main(String[] args) {
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.run(args).close();
		}

	}

}
