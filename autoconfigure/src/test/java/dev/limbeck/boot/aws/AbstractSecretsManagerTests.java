package dev.limbeck.boot.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.connection.SecretException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import io.awspring.cloud.autoconfigure.config.secretsmanager.SecretsManagerAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for any AWS Secrets Manager: the secret is found, in every form, and leads
 * to the database. The client and its configuration are the real ones.
 */
abstract class AbstractSecretsManagerTests {

	static final String PASSWORD = "s3cr3t/\"of\\the:role@%#";

	TestDatabase database;

	String role;

	abstract URI endpoint();

	abstract void put(String name, String text);

	abstract void putBinary(String name, byte[] bytes);

	@BeforeEach
	void createRole() {
		this.database = PostgresServer.shared().createDatabase();
		this.role = "r_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + this.role + " LOGIN PASSWORD '" + PASSWORD + "'");
	}

	ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(AwsAutoConfiguration.class, CredentialsProviderAutoConfiguration.class,
							RegionProviderAutoConfiguration.class, SecretsManagerAutoConfiguration.class,
							DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.r2dbc.spi"))
			.withPropertyValues("spring.cloud.aws.region.static=eu-central-1",
					"spring.cloud.aws.credentials.access-key=test", "spring.cloud.aws.credentials.secret-key=test",
					"spring.cloud.aws.endpoint=" + endpoint());
	}

	String json() {
		return """
				{"engine": "postgres", "host": "%s", "port": %d, "username": "%s",
				 "password": "s3cr3t/\\"of\\\\the:role\\u0040%%#", "dbname": "%s"}""".formatted(this.database.host(),
				this.database.port(), this.role, this.database.name());
	}

	String url() {
		return "postgresql+psycopg://" + this.role + ":s3cr3t%2F%22of%5Cthe%3Arole%40%25%23@" + this.database.host()
				+ ":" + this.database.port() + "/" + this.database.name() + "?sslmode=prefer";
	}

	String unique(String name) {
		return name + "_" + UUID.randomUUID().toString().substring(0, 8);
	}

	private void assertConnects(String name) {
		runner().withPropertyValues("migrations.secret.name=" + name).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(HikariDataSource.class);
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection.getMetaData().getUserName()).isEqualTo(this.role);
				assertThat(connection.getCatalog()).isEqualTo(this.database.name());
			}
		});
	}

	@Test
	void urlInASecretLeadsToTheDatabase() {
		String name = unique("url");
		put(name, url() + "\n");
		assertConnects(name);
	}

	@Test
	void jsonOfRdsInASecretLeadsToTheDatabase() {
		String name = unique("rds");
		put(name, json());
		assertConnects(name);
	}

	@Test
	void jsonWithAUrlInASecretLeadsToTheDatabase() {
		String name = unique("json");
		put(name, "{\"connectionString\": \"" + url() + "\"}");
		assertConnects(name);
	}

	@Test
	void binarySecretIsText() {
		String name = unique("binary");
		putBinary(name, url().getBytes(StandardCharsets.UTF_8));
		assertConnects(name);
	}

	@Test
	void missingSecretIsNamedWithRegionAndErrorCode() {
		runner().withPropertyValues("migrations.secret.name=nobody_put_it_there")
			.run((context) -> assertThat(secretException(context.getStartupFailure()))
				.hasMessageContainingAll("'nobody_put_it_there'", "eu-central-1", "ResourceNotFoundException"));
	}

	static SecretException secretException(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SecretException secretException) {
				return secretException;
			}
		}
		throw new AssertionError("The start failed for another reason, or not at all", failure);
	}

}
