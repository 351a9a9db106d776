package dev.limbeck.sample;

import java.time.Duration;
import java.util.Map;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.SecretsManagerServer;
import dev.limbeck.test.SecretsManagerServer.Fault;
import dev.limbeck.test.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProductionSecretIT {

	private static final String SECRET = "db_connection_string_prod";

	private static final String PASSWORD = "s3cr3t-of-production";

	private static final String URL = "postgresql://expenses:" + PASSWORD + "@localhost:1/expenses";

	private final SecretsManagerServer secrets = SecretsManagerServer.start();

	@AfterEach
	void closeSecrets() {
		this.secrets.close();
	}

	@Test
	void applicationUsesTheDatabaseThatTheSecretNames() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		this.secrets.put(SECRET, "postgresql://%s:%s@%s:%d/%s".formatted(database.username(), database.password(),
				database.host(), database.port(), database.name()));
		try (SampleProcess process = start().awaitStarted()) {
			assertThat(process.migrations(".status")).containsExactly("up-to-date");
			assertThat(database.query("SELECT version_num FROM migrations_version"))
				.containsExactly(SampleProcess.HEAD);
			assertThat(process.output()).doesNotContain(database.password());
			assertThat(process.get("/actuator/migrations")).doesNotContain(database.password());
		}
	}

	@Test
	void missingSecretIsNamed() {
		assertThat(outputOfFailedStart()).contains(SECRET, "ResourceNotFoundException");
	}

	@Test
	void deniedAccessIsNamed() {
		this.secrets.put(SECRET, URL).fail(Fault.DENIED);
		assertThat(outputOfFailedStart()).contains(SECRET, "AccessDeniedException", "secretsmanager:GetSecretValue");
	}

	@Test
	void malformedAnswerIsNotPrinted() {
		this.secrets.put(SECRET, URL).fail(Fault.MALFORMED);
		assertThat(outputOfFailedStart()).contains(SECRET).doesNotContain(PASSWORD);
	}

	@Test
	void secretThatIsNoUrlIsNotPrinted() {
		this.secrets.put(SECRET, "postgresql//expenses:" + PASSWORD + "@localhost/expenses");
		assertThat(outputOfFailedStart()).contains(SECRET).doesNotContain(PASSWORD);
	}

	@Test
	void silentServiceEndsTheStartInTime() {
		this.secrets.put(SECRET, URL).fail(Fault.SILENT);
		assertThat(outputOfFailedStart()).contains(SECRET, "no answer within");
	}

	@Test
	void unreachableDatabaseDoesNotShowThePassword() {
		this.secrets.put(SECRET, URL);
		assertThat(outputOfFailedStart()).contains("localhost").doesNotContain(PASSWORD);
	}

	private String outputOfFailedStart() {
		try (SampleProcess process = start()) {
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.failFast(process::requireNotExited)
				.until(() -> !this.secrets.requests().isEmpty());
			assertThat(process.awaitExit(Duration.ofSeconds(10))).isEqualTo(1);
			return process.output();
		}
	}

	private SampleProcess start() {
		return SampleProcess.start(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"),
				"--spring.profiles.active=prod", "--spring.cloud.aws.endpoint=" + this.secrets.endpoint());
	}

}
