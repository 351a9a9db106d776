package dev.limbeck.boot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.SecretsManagerServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands and starts that fail for a URL, a driver, a pool or a secret, and looks
 * for the password in everything that they print.
 */
@ExtendWith(OutputCaptureExtension.class)
class PasswordInOutputTests {

	private static final String PASSWORD = "s3cret-S3CRET";

	private static final String DRIVER = "--spring.datasource.driver-class-name=";

	@TempDir
	private Path directory;

	private final StringWriter printed = new StringWriter();

	private CapturedOutput output;

	@BeforeEach
	void setUp(CapturedOutput output) {
		this.output = output;
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", "SELECT 1;");
	}

	static Stream<String> driverUrls() {
		return Stream
			.of("jdbc:postgres://localhost:1/db?user=app&password=PW", "jdbc:postgresql://app:PW@localhost:1/db",
					"jdbc:postgresql://app:s3cret%2DS3CRET@localhost/db", "jdbc:postgresql://app:PW/x@localhost:1/db",
					"jdbc:postgresql://app:PW?x@localhost:1/db", "jdbc:postgresql:app:PW@localhost/db",
					"jdbc:postgresql://localhost:PW/db", "jdbc:postgresql://localhost:1/db?user=app&password=PW",
					"jdbc:postgresql://localhost:1/db?user=app&password=PW%ZZ",
					"jdbc:postgresql://localhost:x/db?user=app&password=s3cret%2DS3CRET",
					"jdbc:postgresql://localhost:1/db?user=app&password=PW&sslmode=odd",
					"jdbc:postgresql://localhost:1/db?user=app&password=PW&loginTimeout=odd",
					"jdbc:pgsql://app:PW@localhost/db", "jdbc:pgsql://localhost/db?password=s3cret%2DS3CRET")
			.map(PasswordInOutputTests::withPassword);
	}

	static Stream<String> wrappedUrls() {
		return Stream
			.of("jdbc:p6spy:postgresql://localhost:1/db?user=app&password=PW",
					"jdbc:p6spy:postgresql://app:PW@localhost:1/db", "jdbc:p6spy:odd://app:PW@localhost:1/db",
					"jdbc:tc:nosuch:18://app:PW@localhost/db?password=PW",
					"jdbc:odd://app:PW@localhost/db?password=s3cret%2DS3CRET")
			.map(PasswordInOutputTests::withPassword);
	}

	static Stream<String> otherUrls() {
		return Stream
			.of("postgresql://app:PW@localhost:1/db", "postgres://app:PW@localhost:odd/db",
					"postgresql+psycopg://app:s3cret%2DS3CRET@localhost:1/db?password=PW",
					"mysql://app:PW@localhost/db", "r2dbc:postgresql://app:PW@localhost:1/db",
					"r2dbc:odd://app:PW@localhost:1/db", "app:PW@localhost/db", "PW")
			.map(PasswordInOutputTests::withPassword);
	}

	static Stream<String> objects() {
		return Stream
			.of("{\"username\": \"app\", \"password\": \"PW\"}",
					"{\"password\": \"PW\", \"host\": \"localhost\", \"dbname\"",
					"{\"password\": \"PW\", \"host\": \"localhost\", \"port\": \"PW\", \"dbname\": \"db\"}",
					"{\"url\": \"jdbc:postgres://app:PW@localhost/db\", \"password\": \"PW\"}",
					"{\"url\": \"postgres://app:s3cret%2DS3CRET@localhost:1/db\"}",
					"{\"engine\": \"mysql\", \"host\": \"localhost\", \"dbname\": \"db\", \"password\": \"PW\"}")
			.map(PasswordInOutputTests::withPassword);
	}

	private static String withPassword(String url) {
		return url.replace("PW", PASSWORD);
	}

	@ParameterizedTest
	@MethodSource({ "driverUrls", "wrappedUrls", "otherUrls" })
	void urlOfTheApplication(String url) {
		fail("--spring.datasource.url=" + url);
	}

	@ParameterizedTest
	@MethodSource({ "driverUrls", "wrappedUrls" })
	void urlOfTheApplicationWithTheDriverOfPostgresql(String url) {
		fail("--spring.datasource.url=" + url, DRIVER + "org.postgresql.Driver");
	}

	@ParameterizedTest
	@MethodSource("wrappedUrls")
	void urlOfTheApplicationWithADriverThatWraps(String url) {
		run("current", "--spring.datasource.url=" + url, DRIVER + WrappingDriver.class.getName());
		run("current", "--spring.datasource.url=" + url, DRIVER + WrappingDriver.class.getName(),
				"--migrations.command.context=application");
		assertFailed();
	}

	@ParameterizedTest
	@MethodSource({ "driverUrls", "wrappedUrls", "otherUrls", "objects" })
	void urlThatThePropertiesOfTheMigrationsGive(String url) {
		fail("--migrations.database-url=" + url);
		fail("--spring.datasource.url=jdbc:postgresql://localhost:1/db", "--migrations.datasource.url=" + url);
	}

	@ParameterizedTest
	@MethodSource({ "driverUrls", "wrappedUrls", "otherUrls" })
	void urlOfAPoolThatTheApplicationMakes(String url) {
		run("current", "--spring.profiles.active=own", "--own.url=" + url, "--migrations.command.context=application");
		run(null, "--spring.profiles.active=own", "--own.url=" + url);
		assertFailed();
	}

	@ParameterizedTest
	@MethodSource({ "driverUrls", "otherUrls", "objects" })
	void urlOfAShadowDatabase(String url) {
		new RevisionDirectory(this.directory).writeFile("schema.sql", "CREATE TABLE a ();");
		run("check", "--migrations.autogenerate.schema-file=file:" + this.directory + "/schema.sql",
				"--spring.datasource.url=jdbc:postgresql://localhost:1/db",
				"--migrations.autogenerate.shadow-url=" + url);
		assertFailed();
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.nowhere.Driver", "java.lang.String" })
	void driverClassThatIsNone(String type) {
		fail("--spring.datasource.url=jdbc:postgresql://localhost:1/db?password=" + PASSWORD, DRIVER + type);
	}

	@ParameterizedTest
	@MethodSource("otherUrls")
	void urlOfAReactiveApplication(String url) {
		run("current", "--spring.r2dbc.url=" + url);
		assertFailed();
	}

	@ParameterizedTest
	@MethodSource({ "wrappedUrls", "objects" })
	void secret(String url) {
		try (SecretsManagerServer server = SecretsManagerServer.start()) {
			server.put("db", url);
			fail("--migrations.secret.name=db", "--spring.cloud.aws.region.static=eu-west-1",
					"--spring.cloud.aws.credentials.access-key=a", "--spring.cloud.aws.credentials.secret-key=b",
					"--spring.cloud.aws.endpoint=" + server.endpoint());
		}
	}

	private void fail(String... properties) {
		run("current", properties);
		run(null, properties);
		assertFailed();
	}

	private void run(String command, String... options) {
		String[] arguments = Stream
			.concat(Stream.of((command != null) ? "migrations" : "", (command != null) ? command : "",
					(command != null) ? "--json" : "", (command != null) ? "--stacktrace" : "",
					"--migrations.script-location=file:" + this.directory, "--logging.level.dev.limbeck=TRACE",
					"--spring.main.banner-mode=off", "--spring.main.web-application-type=none",
					"--spring.datasource.hikari.initialization-fail-timeout=1",
					"--spring.datasource.hikari.connection-timeout=250",
					"--spring.config.location=file:" + this.directory + "/"), Arrays.stream(options))
			.filter(StringUtils::hasText)
			.toArray(String[]::new);
		RecordedProcess process = RecordedProcess.run(() -> SpringApplication.run(Application.class, arguments));
		this.printed.write(process.output() + process.errors());
		Throwable failure = process.failure();
		if (failure != null) {
			failure.printStackTrace(new PrintWriter(this.printed));
		}
	}

	// What a driver itself logs of a URL that it was given is not ours to change
	private void assertFailed() {
		assertThat(this.printed.toString()).containsAnyOf("FAILED: ", "\"kind\": \"comparison\"");
		String log = this.output.toString().lines().filter((line) -> !line.contains(" org.postgresql.")).toList() + "";
		String all = (this.printed + log).toLowerCase(Locale.ROOT);
		int found = all.indexOf("s3cret");
		assertThat(found).as(() -> all.substring(Math.max(0, found - 400), Math.min(all.length(), found + 200)))
			.isNegative();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class })
	static class Application {

		@Bean
		@Profile("own")
		HikariDataSource ownPool(org.springframework.core.env.Environment environment) {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl(environment.getRequiredProperty("own.url"));
			pool.setConnectionTimeout(250);
			return pool;
		}

	}

	/**
	 * Hands a URL to the driver behind it, and quotes it if there is none.
	 */
	public static final class WrappingDriver implements Driver {

		@Override
		public Connection connect(String url, Properties info) throws SQLException {
			if (!url.startsWith("jdbc:p6spy:")) {
				throw new SQLException("Unable to find a driver that accepts " + url);
			}
			return DriverManager.getConnection("jdbc:" + url.substring("jdbc:p6spy:".length()), info);
		}

		@Override
		public boolean acceptsURL(String url) {
			return url.startsWith("jdbc:p6spy:");
		}

		@Override
		public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
			return new DriverPropertyInfo[0];
		}

		@Override
		public int getMajorVersion() {
			return 1;
		}

		@Override
		public int getMinorVersion() {
			return 0;
		}

		@Override
		public boolean jdbcCompliant() {
			return false;
		}

		@Override
		public Logger getParentLogger() {
			return Logger.getGlobal();
		}

	}

}
