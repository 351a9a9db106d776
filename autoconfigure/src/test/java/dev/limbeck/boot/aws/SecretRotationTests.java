package dev.limbeck.boot.aws;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.SecretsManagerServer;
import dev.limbeck.test.TestDatabase;
import io.awspring.cloud.autoconfigure.config.secretsmanager.SecretsManagerAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Change the password of a role, and the secret, under a pool.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretRotationTests {

	private static final String OLD = "0ld-s3cr3t-of-role";

	private static final String NEW = "n3w-s3cr3t-of-role";

	private final SecretsManagerServer server = SecretsManagerServer.start();

	private TestDatabase database;

	private String role;

	@BeforeEach
	void createRole() {
		this.database = PostgresServer.shared().createDatabase();
		this.role = newRole(OLD);
		this.server.put("db", url(this.role, OLD));
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private String newRole(String password) {
		String name = "r_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
		return name;
	}

	private String url(String user, String password) {
		return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, this.database.host(), this.database.port(),
				this.database.name());
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(AwsAutoConfiguration.class, CredentialsProviderAutoConfiguration.class,
							RegionProviderAutoConfiguration.class, SecretsManagerAutoConfiguration.class,
							DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.r2dbc.spi"))
			.withPropertyValues("spring.cloud.aws.region.static=eu-central-1",
					"spring.cloud.aws.credentials.access-key=test", "spring.cloud.aws.credentials.secret-key=test",
					"spring.cloud.aws.endpoint=" + this.server.endpoint(), "migrations.secret.name=db",
					"spring.datasource.hikari.maximum-pool-size=1", "spring.datasource.hikari.connection-timeout=1000");
	}

	private void changePassword() {
		this.database.execute("ALTER ROLE " + this.role + " PASSWORD '" + NEW + "'");
	}

	private static HikariDataSource pool(ApplicationContext context) {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(context.getBean(DataSource.class), HikariDataSource.class);
		assertThat(pool).isNotNull();
		return pool;
	}

	private static String connectAs(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			return connection.getMetaData().getUserName();
		}
	}

	private static void reconnect(ApplicationContext context, String user) throws SQLException {
		pool(context).getHikariPoolMXBean().softEvictConnections();
		assertThat(connectAs(context.getBean(DataSource.class))).isEqualTo(user);
	}

	@Test
	void poolFollowsTheSecret(CapturedOutput output) {
		runner().run((context) -> {
			assertThat(connectAs(context.getBean(DataSource.class))).isEqualTo(this.role);
			changePassword();
			this.server.put("db", url(this.role, NEW));
			reconnect(context, this.role);
			assertThat(this.server.requests()).hasSize(2);
			reconnect(context, this.role);
			assertThat(this.server.requests()).hasSize(2);
			assertThat(pool(context).getPassword()).isEqualTo(NEW);
			assertThat(pool(context).getDataSource().toString()).doesNotContain(OLD, NEW);
		});
		assertThat(output).containsOnlyOnce("The secret holds others now").doesNotContain(OLD, NEW);
	}

	@Test
	void poolFollowsTheSecretToAnotherUser() {
		runner().run((context) -> {
			assertThat(connectAs(context.getBean(DataSource.class))).isEqualTo(this.role);
			String other = newRole(NEW);
			this.database.execute("ALTER ROLE " + this.role + " NOLOGIN");
			this.server.put("db", url(other, NEW));
			reconnect(context, other);
			assertThat(this.server.requests()).hasSize(2);
		});
	}

	@Test
	void poolBehindALazyProxyFollowsTheSecret() {
		runner().withPropertyValues("spring.datasource.connection-fetch=lazy").run((context) -> {
			DataSource dataSource = context.getBean(DataSource.class);
			assertThat(dataSource).isInstanceOf(LazyConnectionDataSourceProxy.class);
			assertThat(connectAs(dataSource)).isEqualTo(this.role);
			changePassword();
			this.server.put("db", url(this.role, NEW));
			reconnect(context, this.role);
		});
	}

	@Test
	void wrongPasswordIsTheErrorOfTheDatabaseAndAsksOnce() {
		runner().run((context) -> {
			assertThat(connectAs(context.getBean(DataSource.class))).isEqualTo(this.role);
			changePassword();
			pool(context).getHikariPoolMXBean().softEvictConnections();
			for (int i = 0; i < 4; i++) {
				assertThatExceptionOfType(SQLException.class)
					.isThrownBy(() -> connectAs(context.getBean(DataSource.class)))
					.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
			}
			assertThat(this.server.requests()).hasSize(2);
		});
	}

	@Test
	void unreadableSecretIsTheErrorOfTheDatabase(CapturedOutput output) {
		runner().run((context) -> {
			assertThat(connectAs(context.getBean(DataSource.class))).isEqualTo(this.role);
			changePassword();
			this.server.fail(SecretsManagerServer.Fault.DENIED);
			pool(context).getHikariPoolMXBean().softEvictConnections();
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connectAs(context.getBean(DataSource.class)))
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
			assertThat(this.server.requests()).hasSize(2);
		});
		assertThat(output).containsOnlyOnce("the secret could not be read again").contains("AccessDeniedException");
	}

	@Test
	void otherDatabaseInTheSecretIsNotMixedIntoThePool(CapturedOutput output) {
		runner().run((context) -> {
			assertThat(connectAs(context.getBean(DataSource.class))).isEqualTo(this.role);
			changePassword();
			this.server.put("db", url(this.role, NEW) + "_other");
			pool(context).getHikariPoolMXBean().softEvictConnections();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> connectAs(context.getBean(DataSource.class)));
		});
		assertThat(output).containsOnlyOnce("The secret names another database now");
	}

	@Test
	void manyConnectionsReadTheSecretOnce() {
		runner().run((context) -> {
			DataSource physical = pool(context).getDataSource();
			changePassword();
			this.server.put("db", url(this.role, NEW));
			List<Callable<String>> attempts = Collections.nCopies(8, () -> {
				try (Connection connection = physical.getConnection(this.role, OLD)) {
					return connection.getMetaData().getUserName();
				}
			});
			ExecutorService threads = Executors.newFixedThreadPool(8);
			try {
				for (Future<String> attempt : threads.invokeAll(attempts, 2, TimeUnit.MINUTES)) {
					assertThat(attempt.get()).isEqualTo(this.role);
				}
			}
			finally {
				threads.shutdownNow();
			}
			assertThat(this.server.requests()).hasSize(2);
		});
	}

	@Test
	void poolWithoutSecretIsUntouched() {
		runner().withPropertyValues("other.url=" + this.database.url())
			.withUserConfiguration(OtherPool.class)
			.run((context) -> {
				assertThat(pool(context).getDataSource()).isNull();
				assertThat(this.server.requests()).isEmpty();
			});
	}

	@Test
	void poolOfADatabaseUrlIsUntouched() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					MigrationsConnectionAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.r2dbc.spi"))
			.withPropertyValues("migrations.database-url=" + url(this.role, OLD))
			.run((context) -> assertThat(pool(context).getDataSource()).isNull());
	}

	@Test
	void withoutHikariNothingFollowsTheSecret() {
		runner().withClassLoader(new FilteredClassLoader("io.r2dbc.spi", "com.zaxxer.hikari"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsSecretRotation"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OtherPool {

		@Bean
		HikariDataSource other(Environment environment) {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl(environment.getRequiredProperty("other.url"));
			pool.setUsername("postgres");
			return pool;
		}

	}

}
