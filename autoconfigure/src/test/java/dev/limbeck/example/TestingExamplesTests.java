package dev.limbeck.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.command.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/testing.md}, run and held against the page.
 */
class TestingExamplesTests {

	private static final String REVISIONS = "migrations.version-locations=classpath:dev/limbeck/example/revisions";

	private static final String NO_FLYWAY = "spring.flyway.enabled=false";

	private static final String NO_LIQUIBASE = "spring.liquibase.enabled=false";

	private static final Path PAGE = Path.of("../docs/testing.md");

	private static final Path SOURCE = Path.of("src/test/java/dev/limbeck/example/TestingExamplesTests.java");

	private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

	private static final String COUNT = "SELECT count(*) FROM slice";

	@Test
	void everyExampleOfThePageIsHere() throws IOException {
		List<String> source = Files.readAllLines(SOURCE).stream().map(String::strip).toList();
		Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
		int found = 0;
		while (blocks.find()) {
			List<String> example = blocks.group(1).lines().map(String::strip).toList();
			assertThat(Collections.indexOfSubList(source, example)).as(blocks.group(1)).isNotNegative();
			found++;
		}
		assertThat(found).isEqualTo(5);
	}

	// The container itself needs Docker: ServiceConnectionTests has one that does not
	@Test
	void containerIsAServiceConnection() {
		new ApplicationContextRunner().withUserConfiguration(Containers.class)
			.withInitializer((context) -> context
				.addBeanFactoryPostProcessor((factory) -> factory.getBeanDefinition("postgres").setLazyInit(true)))
			.run((context) -> assertThat(
					context.getSourceApplicationContext().findAnnotationOnBean("postgres", ServiceConnection.class))
				.isNotNull());
	}

	@Nested
	@JdbcTest
	@AutoConfigureTestDatabase(replace = Replace.NONE)
	@Import(EmbeddedDatabase.class)
	@ContextConfiguration(classes = Application.class)
	@TestPropertySource(properties = { REVISIONS, NO_FLYWAY, NO_LIQUIBASE })
	class WithAnnotation {

		@Test
		void migrates(@Autowired JdbcClient client) {
			assertThat(client.sql(COUNT).query(Integer.class).single()).isOne();
		}

	}

	@Nested
	@DataJpaTest
	@Import(EmbeddedDatabase.class)
	@ContextConfiguration(classes = Application.class)
	@TestPropertySource(properties = { REVISIONS, NO_FLYWAY, NO_LIQUIBASE, "spring.test.database.replace=none" })
	class WithProperty {

		@Test
		void migrates(@Autowired JdbcClient client) {
			assertThat(client.sql(COUNT).query(Integer.class).single()).isOne();
		}

	}

	@Nested
	@SpringBootTest(classes = WithoutSlice.class)
	@Import(EmbeddedDatabase.class)
	@TestPropertySource(properties = REVISIONS)
	class TakenBack {

		@Test
		void revisionsCanBeTakenBack(@Autowired Migrations migrations) {
			migrations.downgrade("base");
			migrations.upgrade("heads");
			assertThat(migrations.status().pending()).isEmpty();
		}

	}

	// Not run, for it needs Docker
	@SpringBootTest
	@Import(Containers.class)
	abstract static class WithContainer {

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	// Of all that is on the class path of the tests, what the starter brings
	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class,
			DataSourceAutoConfiguration.class })
	static class WithoutSlice {

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection
		PostgreSQLContainer postgres() {
			return new PostgreSQLContainer("postgres:18");
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class EmbeddedDatabase {

		@Bean(destroyMethod = "close")
		EmbeddedPostgres postgres() throws IOException {
			return EmbeddedPostgres.start();
		}

		@Bean
		DataSource dataSource(EmbeddedPostgres postgres) {
			return postgres.getPostgresDatabase();
		}

	}

}
