package dev.limbeck.boot.testcontainers;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionDetails;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the factories of connection details. The container is not one of Docker but
 * stands for a database of the fixture, so that all of this runs without Docker.
 */
class ServiceConnectionTests {

	private static final TestDatabase container = PostgresServer.shared().createDatabase();

	private final TestDatabase production = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	private ApplicationContextRunner runner() {
		RevisionDirectory revisions = new RevisionDirectory(this.directory);
		revisions.writeFile("r1.sql", """
				-- revision: r1
				-- migrate:upgrade
				CREATE TABLE migrated ();
				""");
		container.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS other CASCADE; "
				+ "CREATE SCHEMA other");
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, DataSourceAutoConfiguration.class,
							MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.r2dbc.spi"))
			.withPropertyValues("migrations.version-locations=" + revisions.location());
	}

	private ApplicationContextRunner withOwnConnection() {
		return runner().withPropertyValues("migrations.datasource.url=" + this.production.url(),
				"migrations.datasource.username=" + this.production.username(),
				"migrations.datasource.password=" + this.production.password());
	}

	private static List<String> schemasOf(TestDatabase database) {
		return database.query("SELECT schemaname FROM pg_tables WHERE tablename = 'migrated'");
	}

	@Test
	void ownConnectionIsReplacedByTheContainer() {
		withOwnConnection().withUserConfiguration(ContainerConfiguration.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(MigrationsConnectionDetails.class);
			assertThat(schemasOf(container)).containsExactly("public");
			assertThat(schemasOf(this.production)).isEmpty();
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection.getCatalog()).isEqualTo(container.name());
			}
		});
	}

	@Test
	void ownConnectionWithAnUnsetVariableIsReplacedByTheContainer() {
		runner().withPropertyValues("migrations.datasource.url=${OWNER_URL_OF_NOBODY}")
			.withUserConfiguration(ContainerConfiguration.class)
			.run((context) -> assertThat(schemasOf(container)).containsExactly("public"));
	}

	@Test
	void ownConnectionIsUsedWithoutAContainer() {
		withOwnConnection().run((context) -> assertThat(schemasOf(this.production)).containsExactly("public"));
	}

	@Test
	void poolOfTheApplicationIsMigratedIfNoOwnConnectionIsAskedFor() {
		runner().withUserConfiguration(ContainerConfiguration.class)
			.withPropertyValues("spring.datasource.hikari.schema=other")
			.run((context) -> assertThat(schemasOf(container)).containsExactly("other"));
	}

	@Test
	void ownConnectionIsReplacedByTheServiceOfDockerCompose() {
		JdbcConnectionDetails service = new DockerComposeService();
		Map<Class<?>, ConnectionDetails> adapted = new ConnectionDetailsFactories(null).getConnectionDetails(service,
				true);
		assertThat(adapted).containsKey(MigrationsConnectionDetails.class);
		MigrationsConnectionDetails details = (MigrationsConnectionDetails) adapted
			.get(MigrationsConnectionDetails.class);
		withOwnConnection().withBean(JdbcConnectionDetails.class, () -> service)
			.withBean(MigrationsConnectionDetails.class, () -> details)
			.run((context) -> {
				assertThat(schemasOf(container)).containsExactly("public");
				assertThat(schemasOf(this.production)).isEmpty();
			});
	}

	@Test
	void severalConnectionsAreAnError() {
		withOwnConnection()
			.withBean("one", MigrationsConnectionDetails.class, () -> new DockerComposeServiceOfMigrations())
			.withBean("two", MigrationsConnectionDetails.class, () -> new DockerComposeServiceOfMigrations())
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("several connections for the migrations"));
	}

	@Test
	void factoriesAreIgnoredWithoutTestcontainers() {
		ClassLoader withoutTestcontainers = new FilteredClassLoader("org.testcontainers",
				"org.springframework.boot.testcontainers");
		assertThat(new ConnectionDetailsFactories(withoutTestcontainers)
			.getConnectionDetails((JdbcConnectionDetails) new DockerComposeService(), true))
			.containsKey(MigrationsConnectionDetails.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class ContainerConfiguration {

		@Bean
		@ServiceConnection
		PostgreSQLContainer postgres() {
			return new FixtureContainer();
		}

	}

	static class FixtureContainer extends PostgreSQLContainer {

		FixtureContainer() {
			super("postgres:18");
		}

		@Override
		public void start() {
			// The server of the fixture runs already.
		}

		@Override
		public void stop() {
			// It goes on running.
		}

		@Override
		public String getJdbcUrl() {
			return container.url() + "?loggerLevel=OFF";
		}

		@Override
		public String getUsername() {
			return container.username();
		}

		@Override
		public String getPassword() {
			return container.password();
		}

	}

	static class DockerComposeService implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return container.url();
		}

		@Override
		public String getUsername() {
			return container.username();
		}

		@Override
		public String getPassword() {
			return container.password();
		}

	}

	static class DockerComposeServiceOfMigrations extends DockerComposeService implements MigrationsConnectionDetails {

	}

}
