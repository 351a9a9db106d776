package dev.limbeck.boot.testcontainers;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@code jdbc:tc:} URLs of Testcontainers, whose container stops with its last
 * connection. The driver is that of Testcontainers; the container is a database of the
 * fixture, but for the tests that Docker runs.
 */
class ContainerUrlTests {

	private final String url = "jdbc:tc:fixture:18:///" + UUID.randomUUID();

	@TempDir
	private Path directory;

	private ApplicationContextRunner runner;

	@BeforeEach
	void writeRevisions() {
		RevisionDirectory revisions = new RevisionDirectory(this.directory);
		revisions.writeFile("r1.sql", """
				-- revision: r1
				-- migrate:upgrade
				CREATE TABLE migrated (id integer);
				INSERT INTO migrated VALUES (1);
				SET search_path TO nowhere;
				""");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.r2dbc.spi"))
			.withPropertyValues("migrations.version-locations=" + revisions.location());
	}

	private static List<Integer> rows(ApplicationContext context) {
		return JdbcClient.create(context.getBean(DataSource.class))
			.sql("SELECT id FROM migrated")
			.query(Integer.class)
			.list();
	}

	private static String database(ApplicationContext context) {
		return JdbcClient.create(context.getBean(DataSource.class))
			.sql("SELECT current_database()")
			.query(String.class)
			.single();
	}

	private static boolean exists(String database) {
		TestDatabase any = PostgresServer.shared().createDatabase();
		return any.query("SELECT datname FROM pg_database").contains(database);
	}

	@Test
	void poolOfOneConnectionFindsWhatWasMigrated() {
		this.runner
			.withPropertyValues("spring.datasource.url=" + this.url, "spring.datasource.hikari.maximum-pool-size=1")
			.run((context) -> assertThat(rows(context)).containsExactly(1));
	}

	@Test
	void sessionOfTheMigrationsIsNotThatOfTheApplication() {
		this.runner
			.withPropertyValues("spring.datasource.url=" + this.url, "spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-init-sql=SET application_name TO 'of the pool'")
			.run((context) -> {
				JdbcClient client = JdbcClient.create(context.getBean(DataSource.class));
				assertThat(client.sql("SHOW search_path").query(String.class).single()).isEqualTo("\"$user\", public");
				assertThat(client.sql("SHOW application_name").query(String.class).single()).isEqualTo("of the pool");
			});
	}

	@Test
	void largerPoolFindsWhatWasMigrated() {
		this.runner.withPropertyValues("spring.datasource.url=" + this.url)
			.run((context) -> assertThat(rows(context)).containsExactly(1));
	}

	@Test
	void poolThatIsNoPoolFindsWhatWasMigrated() {
		this.runner
			.withPropertyValues("spring.datasource.url=" + this.url,
					"spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource")
			.run((context) -> assertThat(rows(context)).containsExactly(1));
	}

	@Test
	void databaseUrlMayNameAContainer() {
		this.runner.withPropertyValues("migrations.database-url=" + this.url).run((context) -> {
			assertThat(context).hasSingleBean(HikariDataSource.class);
			assertThat(rows(context)).containsExactly(1);
		});
	}

	@Test
	void ownConnectionMayNameAContainer() {
		this.runner
			.withPropertyValues("spring.datasource.url=" + this.url, "migrations.datasource.url=" + this.url,
					"migrations.datasource.username=owner", "migrations.datasource.password=ignored")
			.run((context) -> assertThat(rows(context)).containsExactly(1));
	}

	@Test
	void containerEndsWithTheApplicationAndTheNextOneGetsAnEmptyOne() {
		String[] databases = new String[2];
		for (int i = 0; i < databases.length; i++) {
			int run = i;
			this.runner.withPropertyValues("spring.datasource.url=" + this.url).run((context) -> {
				databases[run] = database(context);
				assertThat(rows(context)).containsExactly(1);
				assertThat(exists(databases[run])).isTrue();
			});
			assertThat(exists(databases[run])).isFalse();
		}
		assertThat(databases[0]).isNotEqualTo(databases[1]);
	}

	@Test
	void containerEndsWithAFailedStart() {
		new RevisionDirectory(this.directory).writeFile("r2.sql", """
				-- revision: r2
				-- down_revision: r1
				-- migrate:upgrade
				SELECT 1 / length(current_database() || '!' || NULL), 1 / 0;
				""");
		List<String> before = databases();
		this.runner.withPropertyValues("spring.datasource.url=" + this.url).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(databases()).isEqualTo(before);
		});
	}

	private static List<String> databases() {
		TestDatabase any = PostgresServer.shared().createDatabase();
		List<String> names = any.query("SELECT datname FROM pg_database ORDER BY 1");
		PostgresServer.shared().drop(any);
		names.remove(any.name());
		return names;
	}

	@Test
	void containerOfDockerIsTheSameForMigrationsAndApplication() {
		assumeTrue(PostgresServer.shared().isContainer(), "Docker runs no PostgreSQL here");
		this.runner
			.withPropertyValues("spring.datasource.url=jdbc:tc:postgresql:18:///" + UUID.randomUUID(),
					"spring.datasource.hikari.maximum-pool-size=1")
			.run((context) -> assertThat(rows(context)).containsExactly(1));
	}

	@Test
	void ownContainerOfDockerIsTheSameForMigrationsAndApplication() {
		assumeTrue(PostgresServer.shared().isContainer(), "Docker runs no PostgreSQL here");
		String container = "jdbc:tc:postgresql:18:///" + UUID.randomUUID();
		this.runner
			.withPropertyValues("migrations.datasource.url=" + container, "spring.datasource.url=" + container,
					"spring.datasource.hikari.maximum-pool-size=1")
			.run((context) -> assertThat(rows(context)).containsExactly(1));
	}

}
