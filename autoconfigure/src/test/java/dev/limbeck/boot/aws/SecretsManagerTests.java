package dev.limbeck.boot.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsConnectionDetails;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.SecretException;
import dev.limbeck.test.SecretsManagerServer;
import dev.limbeck.test.SecretsManagerServer.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import org.springframework.beans.BeansException;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads secrets through the real AWS SDK and the real auto-configuration of Spring Cloud
 * AWS, from a server in memory that can fail.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsManagerTests extends AbstractSecretsManagerTests {

	private static final List<String> LOGGERS = List.of("dev.limbeck", "io.awspring", "com.zaxxer.hikari",
			"org.springframework.jdbc", "software.amazon.awssdk.request", "org.postgresql");

	private final SecretsManagerServer server = SecretsManagerServer.start();

	@AfterEach
	void close() {
		this.server.close();
		LOGGERS.forEach((name) -> LoggingSystem.get(getClass().getClassLoader()).setLogLevel(name, null));
	}

	@Override
	URI endpoint() {
		return this.server.endpoint();
	}

	@Override
	void put(String name, String text) {
		this.server.put(name, text);
	}

	@Override
	void putBinary(String name, byte[] bytes) {
		this.server.putBinary(name, bytes);
	}

	@Test
	void secretIsReadOnceAStartAndItsPasswordIsNeverPrinted(CapturedOutput output) {
		LOGGERS.forEach((name) -> LoggingSystem.get(getClass().getClassLoader()).setLogLevel(name, LogLevel.DEBUG));
		put("db_connection_string_staging", json());
		runner()
			.withPropertyValues("migrations.secret.name=db_connection_string_{environment}",
					"spring.profiles.active=staging")
			.run((context) -> {
				context.getBean(DataSource.class).getConnection().close();
				context.getBeansOfType(Object.class).values().forEach((bean) -> System.out.println(bean));
				assertThat(this.server.requests()).containsExactly("db_connection_string_staging");
			});
		assertThat(output).contains("HikariPool").doesNotContain("s3cr3t/");
	}

	@Test
	void failingStartPrintsNoPassword(CapturedOutput output) {
		LOGGERS.forEach((name) -> LoggingSystem.get(getClass().getClassLoader()).setLogLevel(name, LogLevel.DEBUG));
		put("db", json().replace("{", "{{"));
		failure(runner()).printStackTrace();
		put("db", url().replace("psycopg", "odd"));
		failure(runner()).printStackTrace();
		put("db", url());
		this.server.fail(Fault.MALFORMED);
		failure(runner()).printStackTrace();
		assertThat(output).contains("ConnectionException").doesNotContain("s3cr3t/").doesNotContain("s3cr3t%2F");
	}

	private static Throwable failure(ApplicationContextRunner runner) {
		Throwable[] failure = new Throwable[1];
		runner.withPropertyValues("migrations.secret.name=db")
			.run((context) -> failure[0] = context.getStartupFailure());
		assertThat(failure[0]).isNotNull();
		return failure[0];
	}

	@ParameterizedTest
	@MethodSource("faults")
	void startFailsWithinTenSecondsAndNamesTheCause(Fault fault, String reason, String action) {
		put("db", url());
		this.server.fail(fault);
		long start = System.nanoTime();
		SecretException exception = secretException(failure(runner()));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		assertThat(exception).hasMessageContainingAll("'db'", "eu-central-1", reason);
		assertThat(exception.getAction()).contains(action);
	}

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of(Fault.DENIED, "AccessDeniedException", "secretsmanager:GetSecretValue"),
				Arguments.of(Fault.EXPIRED_TOKEN, "ExpiredTokenException", "Renew the AWS credentials"),
				Arguments.of(Fault.DECRYPTION, "DecryptionFailure", "kms:Decrypt"),
				Arguments.of(Fault.THROTTLED, "ThrottlingException", "later"),
				Arguments.of(Fault.MALFORMED, "could not be understood", "spring.cloud.aws.endpoint"),
				Arguments.of(Fault.HTML, "could not be understood", "spring.cloud.aws.endpoint"),
				Arguments.of(Fault.UNAVAILABLE, "HTTP status 503", "spring.cloud.aws.endpoint"),
				Arguments.of(Fault.SILENT, "no answer within 5.0 s", "migrations.secret.timeout"));
	}

	@Test
	void closedPortIsNamed() {
		this.server.close();
		assertThat(secretException(failure(runner()))).hasMessageContainingAll("127.0.0.1", "the connection failed");
	}

	@Test
	void emptySecretIsAnError() {
		put("db", " ");
		assertThat(secretException(failure(runner()))).hasMessageContaining("it is empty");
	}

	@Test
	void malformedSecretNamesTheSecret() {
		put("db", "{\"engine\": \"postgres\"");
		assertThat(failure(runner())).hasRootCauseInstanceOf(ConnectionException.class)
			.rootCause()
			.hasMessageContaining("'db'");
	}

	@ParameterizedTest
	@MethodSource("noTexts")
	void binarySecretThatIsNoTextIsNamed(byte[] bytes, String reason) {
		putBinary("db", bytes);
		assertThat(secretException(failure(runner()))).hasMessageContaining("The secret 'db' " + reason);
	}

	static Stream<Arguments> noTexts() {
		String url = "postgresql://h/d";
		return Stream.of(Arguments.of(new byte[] { (byte) 0xff, (byte) 0xd8, 1 }, "holds no text in UTF-8"),
				Arguments.of("postgresql://ü:p@h/d".getBytes(StandardCharsets.ISO_8859_1), "holds no text in UTF-8"),
				Arguments.of(url.getBytes(StandardCharsets.UTF_16LE), "holds no text in UTF-8"),
				Arguments.of(("\ufeff" + url).getBytes(StandardCharsets.UTF_8), "begins with a byte order mark (BOM)"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"engine":"mysql","host":"h","dbname":"d"}                                   | 'engine' of the JSON object is 'mysql'
					{"engine":"mysql","url":"postgresql://h/d"}                                  | 'engine' of the JSON object is 'mysql'
					{"host":"h","dbname":"d","password":"s3cr3t/","password":"other"}             | the member 'password' twice
					{"host":"h","password" : "s3cr3t/","x":{"password":1},"dbname":"d","host":"h"} | the member 'host' twice
					{"host":"h","dbname":"d","user_name":"a","userName":"b"}                      | twice
					""")
	void oddJsonIsNamedWithoutItsValues(String json, String reason) {
		put("db", json);
		assertThat(failure(runner())).rootCause()
			.isInstanceOf(ConnectionException.class)
			.hasMessageContaining("'db'")
			.hasMessageContaining(reason)
			.message()
			.doesNotContain("s3cr3t", "other");
	}

	@Test
	void textThatLooksLikeAKeyIsNone() {
		put("db", json().replace("{", "{\"note\": \"a \\\"host\\\": b\", \"list\": [\"host\", {\"host\": 1}], "));
		runner().withPropertyValues("migrations.secret.name=db").run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void missingRegionIsNamed() {
		MockEnvironment environment = new MockEnvironment().withProperty("migrations.secret.name", "db");
		Throwable failure = failure(runner().withPropertyValues("spring.cloud.aws.region.static=",
				"spring.cloud.aws.region.profile.name=nobody", "spring.cloud.aws.region.profile.path=/dev/null"));
		FailureAnalysis analysis = new MissingRegionFailureAnalyzer(environment).analyze(failure);
		assertThat(analysis.getDescription()).contains("no AWS region is set");
		assertThat(analysis.getAction()).contains("spring.cloud.aws.region.static", "AWS_REGION");
		assertThat(new MissingRegionFailureAnalyzer(new MockEnvironment()).analyze(failure)).isNull();
	}

	@Test
	void missingRegionOfALazyClientIsNamed() {
		ApplicationContextRunner runner = runner().withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));
		runner
			.withPropertyValues("migrations.secret.name=db", "spring.cloud.aws.region.static=",
					"spring.cloud.aws.region.profile.name=nobody", "spring.cloud.aws.region.profile.path=/dev/null")
			.run((context) -> assertThatExceptionOfType(BeansException.class)
				.isThrownBy(() -> context.getBean(DataSource.class))
				.satisfies((ex) -> assertThat(secretException(ex)).hasMessageContainingAll("'db'",
						"no AWS region is set")));
	}

	@Test
	void missingCredentialsAreNamedInTimeEvenIfTheMetadataServiceIsSilent() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			System.setProperty("aws.ec2MetadataServiceEndpoint", "http://127.0.0.1:" + silent.getLocalPort());
			long start = System.nanoTime();
			ApplicationContextRunner runner = runner().withPropertyValues("spring.cloud.aws.credentials.access-key=",
					"spring.cloud.aws.credentials.secret-key=");
			assertThat(secretException(failure(runner)).getMessage()).containsAnyOf("there are no AWS credentials",
					"no answer within");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		}
		finally {
			System.clearProperty("aws.ec2MetadataServiceEndpoint");
		}
	}

	@Test
	void switchedOffClientIsNamed() {
		SecretException exception = secretException(
				failure(runner().withPropertyValues("spring.cloud.aws.secretsmanager.enabled=false")));
		assertThat(exception).hasMessageContainingAll("'db'", "no SecretsManagerClient bean");
		assertThat(exception.getAction()).contains("spring.cloud.aws.secretsmanager.enabled=false");
	}

	@Test
	void clientOfTheConfigurationImportIsUsed() {
		put("db", url());
		SecretsManagerClient client = SecretsManagerClient.builder()
			.endpointOverride(endpoint())
			.region(Region.EU_WEST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
			.build();
		runner().withBean("configDataSecretsManagerClient", SecretsManagerClient.class, () -> client)
			.withPropertyValues("migrations.secret.name=db")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(SecretsManagerClient.class);
				assertThat(this.server.requests()).hasSize(1);
			});
	}

	@Test
	void ownSecretIsForTheMigrationsOnly() {
		put("db", url());
		runner()
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
					"migrations.datasource.secret-name=db")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.server.requests()).isEmpty();
				assertThat(context.getBean(MigrationsConnectionDetails.class).getUsername()).isEqualTo(this.role);
				assertThat(context.getBean(MigrationsConnectionDetails.class).getPassword()).isEqualTo(PASSWORD);
				assertThat(this.server.requests()).containsExactly("db");
			});
	}

}
