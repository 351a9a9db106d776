package dev.limbeck.boot.autoconfigure;

import dev.limbeck.command.Migrations;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test slices that use a database run the migrations.
 */
class AutoConfigureDataSourceInitializationTests {

	private static final String NO_FLYWAY = "spring.flyway.enabled=false";

	private static final String NO_LIQUIBASE = "spring.liquibase.enabled=false";

	private static final String LOCATION = "migrations.version-locations=classpath:dev/limbeck/boot/autoconfigure/slice";

	@Nested
	@JdbcTest
	@AutoConfigureTestDatabase(replace = Replace.NONE)
	@ContextConfiguration(classes = SliceApplication.class)
	@TestPropertySource(properties = { LOCATION, NO_FLYWAY, NO_LIQUIBASE })
	class WithJdbcTest {

		@Test
		void migrates(@Autowired JdbcClient client, @Autowired Migrations migrations) {
			assertThat(migrations.status().current()).containsExactly("a1");
			assertThat(client.sql("SELECT id FROM slice").query(Integer.class).single()).isEqualTo(1);
		}

	}

	@Nested
	@DataJpaTest
	@AutoConfigureTestDatabase(replace = Replace.NONE)
	@ContextConfiguration(classes = SliceApplication.class)
	@TestPropertySource(properties = { LOCATION, NO_FLYWAY, NO_LIQUIBASE })
	class WithDataJpaTest {

		@Test
		void migrates(@Autowired JdbcClient client) {
			assertThat(client.sql("SELECT id FROM slice").query(Integer.class).single()).isEqualTo(1);
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SliceApplication {

		@Bean
		JdbcConnectionDetails connectionDetails() {
			TestDatabase database = PostgresServer.shared().createDatabase();
			return new JdbcConnectionDetails() {

				@Override
				public String getJdbcUrl() {
					return database.url();
				}

				@Override
				public String getUsername() {
					return database.username();
				}

				@Override
				public String getPassword() {
					return database.password();
				}

			};
		}

	}

}
