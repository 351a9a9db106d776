package dev.limbeck.boot.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.SecretsManagerServer;
import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands through main methods that know nothing of them. The beans of the
 * application would fail the run: it is not started.
 */
@ExtendWith(OutputCaptureExtension.class)
class EnvironmentCommandTests {

	@TempDir
	private Path directory;

	private RevisionDirectory files;

	private TestDatabase database;

	@BeforeEach
	void writeRevisions() {
		this.database = PostgresServer.shared().createDatabase();
		this.files = new RevisionDirectory(this.directory);
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", "CREATE TABLE a ();");
	}

	private RecordedProcess run(String... arguments) {
		return RecordedProcess.run(() -> Application.main(all(arguments)));
	}

	private String[] all(String... arguments) {
		String[] all = new String[arguments.length + 3];
		all[0] = "--migrations.script-location=file:" + this.directory;
		all[1] = "--spring.config.location=file:" + this.directory + "/";
		all[2] = "migrations";
		System.arraycopy(arguments, 0, all, 3, arguments.length);
		return all;
	}

	private void configure(String file, String yaml) {
		this.files.writeFile(file, yaml);
	}

	private String datasource() {
		return "spring.datasource: {url: '%s', username: %s, password: '%s'}\n".formatted(this.database.url(),
				this.database.username(), this.database.password());
	}

	private String libpqUrl(String user, String password) {
		return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, this.database.host(), this.database.port(),
				this.database.name());
	}

	@Test
	void commandRunsWithTheDatabaseOfTheApplication(CapturedOutput output) {
		configure("application.yml", datasource());
		PrintStream before = System.out;
		RecordedProcess upgrade = run("upgrade", "head");
		assertThat(upgrade.exitCode()).as(upgrade.errors()).isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		RecordedProcess current = run("current", "--json");
		assertThat(current.exitCode()).isZero();
		assertThat(current.output()).startsWith("{").contains("\"a1\"");
		// Pools of other tests keep house every 30 seconds, which no pool of a command
		// lives to see
		assertThat(output.getOut().lines()).allMatch((line) -> line.contains(":housekeeper] com.zaxxer.hikari"));
		assertThat(System.out).isSameAs(before);
	}

	@Test
	void revisionThatOnlyTheApplicationKnowsIsHintedAt() {
		configure("application.yml", datasource());
		run("upgrade", "head");
		this.database.execute("UPDATE migrations_version SET version_num = 'bean'");
		RecordedProcess upgrade = run("upgrade", "head");
		assertThat(upgrade.exitCode()).isEqualTo(1);
		assertThat(upgrade.errors()).contains("'bean'")
			.contains(
					"A revision that is a bean is known only to the application: if that is why, run the command with "
							+ "--migrations.command.context=application.");
	}

	@Test
	void profileDecidesAsInTheApplication() {
		configure("application.yml", "spring.datasource.url: jdbc:postgresql://nowhere.invalid/db\n");
		configure("application-prod.yml", datasource());
		assertThat(run("current").exitCode()).isEqualTo(1);
		assertThat(run("current", "--spring.profiles.active=prod").exitCode()).isZero();
	}

	@Test
	void secretOfTheProfileIsReadWithTheClientOfTheApplication() {
		String role = "r_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + role + " LOGIN SUPERUSER PASSWORD 's3cr3t-of-role'");
		try (SecretsManagerServer server = SecretsManagerServer.start()) {
			server.put("db_staging", libpqUrl(role, "s3cr3t-of-role"));
			configure("application.yml", """
					migrations.secret.name: db_{environment}
					spring.cloud.aws:
					  region.static: eu-central-1
					  credentials: {access-key: a, secret-key: b}
					  endpoint: %s
					""".formatted(server.endpoint()));
			RecordedProcess process = run("upgrade", "head", "--spring.profiles.active=staging");
			assertThat(process.exitCode()).as(process.errors()).isZero();
			assertThat(server.requests()).containsExactly("db_staging");
			assertThat(run("heads", "--spring.profiles.active=staging").exitCode()).isZero();
			assertThat(server.requests()).hasSize(1);
			RecordedProcess without = run("current");
			assertThat(without.exitCode()).isEqualTo(1);
			assertThat(without.errors()).contains("no profile is active", "Set migrations.environment");
		}
	}

	@Test
	void missingRegionIsExplained() {
		configure("application.yml", """
				migrations.secret.name: db
				spring.cloud.aws.region.profile: {name: nobody, path: /dev/null}
				""");
		RecordedProcess process = run("current");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("no AWS region is set", "AWS_REGION");
	}

	@Test
	void connectionOfItsOwnGoesFirst() {
		configure("application.yml",
				"spring.datasource.url: jdbc:postgresql://nowhere.invalid/db\nmigrations.datasource.url: "
						+ libpqUrl(this.database.username(), this.database.password()) + "\n");
		assertThat(run("current").exitCode()).isZero();
	}

	@Test
	void userOfItsOwnConnectsToTheDatabaseOfTheApplication() {
		String role = "r_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
		this.database.execute("GRANT ALL ON SCHEMA public TO " + role);
		configure("application.yml", datasource() + "migrations.datasource: {username: " + role + ", password: pw}\n");
		assertThat(run("upgrade", "head").exitCode()).isZero();
		assertThat(this.database.query("SELECT tableowner FROM pg_tables WHERE tablename = 'a'")).containsExactly(role);
	}

	@Test
	void databaseOfR2dbcIsFound() {
		configure("application.yml",
				"spring.r2dbc: {url: 'r2dbc:postgresql://%s:%d/%s', username: %s, password: '%s'}\n".formatted(
						this.database.host(), this.database.port(), this.database.name(), this.database.username(),
						this.database.password()));
		RecordedProcess process = run("upgrade", "head");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void missingUrlNamesThePropertiesToSet() {
		configure("application.yml", "");
		RecordedProcess process = run("current");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("No property says where the database is", "spring.datasource.url",
				"migrations.command.context=application");
	}

	@Test
	void commandThatNeedsNoDatabaseLooksForNone() {
		configure("application.yml", "spring.datasource.url: ${NOBODY_SET_THIS}\n");
		RecordedProcess process = run("heads");
		assertThat(process.exitCode()).isZero();
		assertThat(process.output()).contains("a1");
	}

	@Test
	void placeholderWithoutValueIsNamed() {
		configure("application.yml", "spring.datasource.url: ${NOBODY_SET_THIS}\n");
		RecordedProcess process = run("current");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains(
				"The property spring.datasource.url refers to ${NOBODY_SET_THIS}, but NOBODY_SET_THIS is not set.");
	}

	@Test
	void passwordWithoutValueIsNamed() {
		configure("application.yml",
				"spring.datasource: {url: '" + this.database.url() + "', password: '${NOBODY_SET_THIS}'}\n");
		assertThat(run("current").errors()).contains("The property spring.datasource.password refers to");
	}

	@Test
	void damagedUrlIsNotQuoted() {
		configure("application.yml", "spring.datasource.url: jdbc:postgresql://h:port/db?password=s3cr3t\n");
		RecordedProcess process = run("current", "--stacktrace");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("a port in it is not a number").doesNotContain("s3cr3t");
	}

	@Test
	void urlOfAnotherDriverIsUsedAsItIs() {
		configure("application.yml", """
				spring.datasource:
				  url: jdbc:limbeck:%s
				  driver-class-name: %s
				  password: '%s'
				""".formatted(this.database.url().substring("jdbc:".length()), WrappingDriver.class.getName(),
				this.database.password()));
		RecordedProcess process = run("current");
		assertThat(process.exitCode()).as(process.errors()).isZero();
	}

	@Test
	void embeddedDatabaseIsRefused() {
		configure("application.yml", "spring.datasource.url: jdbc:h2:mem:x\n");
		assertThat(run("current").errors()).contains("jdbc:h2: and not PostgreSQL");
	}

	@Test
	void jndiIsRefused() {
		configure("application.yml", "spring.datasource.jndi-name: java:comp/env/jdbc/db\n");
		assertThat(run("current").errors()).contains("spring.datasource.jndi-name is set",
				"migrations.command.context=application");
	}

	@Test
	void switchedOffMigrationsCanBeRunByCommand() {
		configure("application.yml", datasource() + "migrations.enabled: false\n");
		assertThat(run("upgrade", "head").exitCode()).isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void namedEnvironmentIsLaidOverTheProperties() {
		configure("application.yml", """
				migrations:
				  datasource.secret-name: nobody_asks_for_it
				  placeholders: {}
				  environments:
				    Tenant-2:
				      datasource.url: %s
				      version-table: tenant_version
				""".formatted(libpqUrl(this.database.username(), this.database.password())));
		RecordedProcess process = run("-n", "tenant-2", "upgrade", "head");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(this.database.query("SELECT version_num FROM tenant_version")).containsExactly("a1");
	}

	@Test
	void unknownEnvironmentIsNamedWithThoseThatAreKnown() {
		configure("application.yml", "migrations.environments: {one.target: heads, two.target: heads}\n");
		for (String name : new String[] { "three", "one.target", "" }) {
			RecordedProcess process = run("-n", name, "heads");
			assertThat(process.exitCode()).as(name).isEqualTo(1);
			assertThat(process.errors()).contains("no environment '" + name + "'", "one, two");
		}
	}

	@Test
	void wrongValueInAnEnvironmentIsNamed() {
		configure("application.yml", "migrations.environments.one.lock-wait-timeout: soon\n");
		RecordedProcess process = run("-n", "one", "heads");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("migrations.environments.one.lock-wait-timeout", "soon");
	}

	@Test
	void propertyOfAnEnvironmentIsNamedInFull() {
		configure("application.yml", "migrations.environments.one.database-url: ${NOBODY_SET_THIS}\n");
		assertThat(run("-n", "one", "current").errors())
			.contains("The property migrations.environments.one.database-url refers to");
	}

	@Test
	void exitCodeOfMisuseIsPassedOn() {
		configure("application.yml", "");
		assertThat(run("bogus").exitCode()).isEqualTo(2);
	}

	@Test
	void brokenConfigurationIsReportedBySpringBoot(CapturedOutput output) {
		configure("application.yml", "migrations.lock-wait-timeout: soon\n");
		RecordedProcess process = run("heads");
		assertThat(process.ranCommand()).isFalse();
		assertThat(process.failure()).isNotNull();
		assertThat(output).contains("APPLICATION FAILED TO START", "migrations.lock-wait-timeout");
		assertThat(process.output()).isEmpty();
	}

	@Test
	void brokenConfigurationIsJsonWhereTheResultWasToBe() {
		configure("application.yml", "migrations.lock-wait-timeout: soon\n");
		assertThat(run("heads", "--json").output()).startsWith("{\n  \"error\": {\n    \"category\": \"application\"")
			.contains("migrations.lock-wait-timeout")
			.doesNotContain("soon");
	}

	@Test
	void firstOfSeveralContextsRunsTheCommandAlone() {
		configure("application.yml", datasource());
		RecordedProcess process = RecordedProcess
			.run(() -> new SpringApplicationBuilder(Application.class).child(Application.class).run(all("heads")));
		assertThat(process.exitCode()).isZero();
	}

	@Test
	void wordInAnotherPlaceIsNoCommand() {
		configure("application.yml", "");
		RecordedProcess process = RecordedProcess.run(() -> Application.main(new String[] { "other", "migrations",
				"--spring.main.web-application-type=none", "--spring.config.location=file:" + this.directory + "/" }));
		assertThat(process.ranCommand()).isFalse();
		assertThat(process.failure()).hasStackTraceContaining("The application was started");
	}

	/**
	 * An application that must not be started.
	 */
	static class Application {

		Application() {
			throw new IllegalStateException("The application was started");
		}

		/**
		 * Start the application.
		 * @param args the arguments
		 */
		static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

	/**
	 * A driver that wraps PostgreSQL's.
	 */
	public static class WrappingDriver extends Driver {

		@Override
		public boolean acceptsURL(String url) {
			return url.startsWith("jdbc:limbeck:");
		}

		@Override
		public @Nullable Connection connect(String url, Properties info) throws SQLException {
			info.setProperty("user", "postgres");
			return super.connect(url.replace(":limbeck:", ":"), info);
		}

	}

}
