package dev.limbeck.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import javax.sql.DataSource;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.SecretsManagerServer;
import dev.limbeck.test.TestDatabase;
import io.awspring.cloud.autoconfigure.config.secretsmanager.SecretsManagerAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Starts applications as users do, and looks at what they print.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionStartTests {

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.build();
		return application.run(arguments);
	}

	@Test
	void autoConfigurationIsListed() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
			.contains(MigrationsConnectionAutoConfiguration.class.getName());
	}

	@Test
	void databaseUrlIsReadFromTheFileEnv(@TempDir Path directory) throws Exception {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Path file = directory.resolve(".env");
		Files.writeString(file, "LIMBECK_TEST_URL=\"postgres://%s:%s@%s:%d/%s\"%n".formatted(database.username(),
				database.password(), database.host(), database.port(), database.name()));
		try (ConfigurableApplicationContext context = start(
				"--spring.config.import=optional:file:" + file + "[.properties]",
				"--migrations.database-url=${LIMBECK_TEST_URL}", "--spring.cloud.aws.region.static=eu-west-1");
				Connection connection = context.getBean(DataSource.class).getConnection()) {
			assertThat(connection.getCatalog()).isEqualTo(database.name());
		}
	}

	@Test
	void unsetVariableFailsTheStartWithAnAnalysis(CapturedOutput output) throws IOException {
		assertThatException().isThrownBy(() -> start("--migrations.database-url=${LIMBECK_TEST_URL}",
				"--spring.cloud.aws.region.static=eu-west-1"));
		assertThat(output).contains("APPLICATION FAILED TO START",
				"The property migrations.database-url refers to ${LIMBECK_TEST_URL}, but LIMBECK_TEST_URL is not set.");
	}

	@Test
	void unusableSecretFailsTheStartWithAnAnalysisAndNoPassword(CapturedOutput output) {
		try (SecretsManagerServer server = SecretsManagerServer.start()) {
			server.put("db_staging", "postgresql://u:s3cr3t-of-db@h:port/db");
			assertThatException()
				.isThrownBy(() -> start("--debug", "--migrations.secret.name=db_{environment}",
						"--spring.profiles.active=staging", "--spring.cloud.aws.region.static=eu-west-1",
						"--spring.cloud.aws.credentials.access-key=a", "--spring.cloud.aws.credentials.secret-key=b",
						"--spring.cloud.aws.endpoint=" + server.endpoint()))
				.satisfies(Throwable::printStackTrace);
		}
		assertThat(output).contains("APPLICATION FAILED TO START", "The database URL from the secret 'db_staging'")
			.doesNotContain("s3cr3t-of-db");
	}

	@Test
	void missingRegionFailsTheStartWithAnAnalysis(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start("--migrations.secret.name=db",
				"--spring.cloud.aws.region.profile.name=nobody", "--spring.cloud.aws.region.profile.path=/dev/null"));
		assertThat(output).contains("APPLICATION FAILED TO START", "no AWS region is set",
				"Set spring.cloud.aws.region.static or AWS_REGION");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AwsAutoConfiguration.class, CredentialsProviderAutoConfiguration.class,
			RegionProviderAutoConfiguration.class, SecretsManagerAutoConfiguration.class,
			DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class })
	static class Application {

	}

}
