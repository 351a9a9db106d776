package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.SecretReader;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.FilteredClassLoader.PackageFilter;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationsConnectionAutoConfiguration} and
 * {@link MigrationsDataSourceSelector}, without AWS.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationsConnectionAutoConfigurationTests {

	private static final String PASSWORD = "s3/cr:t@%#?";

	private static final String ENCODED = "s3%2Fcr%3At%40%25%23%3F";

	private static TestDatabase database;

	private static String user;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
				DataSourceAutoConfiguration.class, R2dbcAutoConfiguration.class))
		.withClassLoader(new FilteredClassLoader(ConnectionFactory.class));

	private final ApplicationContextRunner reactive = this.runner
		.withClassLoader(MigrationsConnectionAutoConfigurationTests.class.getClassLoader());

	@BeforeAll
	static void createUser() {
		database = PostgresServer.shared().createDatabase();
		user = "u_" + UUID.randomUUID().toString().substring(0, 8);
		database.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + PASSWORD + "'");
	}

	private static String url() {
		return "postgresql://" + user + ":" + ENCODED + "@" + database.host() + ":" + database.port() + "/"
				+ database.name() + "?application_name=limbeck";
	}

	private static DataSource selected(AssertableApplicationContext context) {
		return context.getBean(MigrationsDataSourceSelector.class).select();
	}

	private static String currentUser(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection();
				ResultSet row = connection.createStatement()
					.executeQuery("SELECT current_user || '@' || current_database()")) {
			row.next();
			return row.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static FailureAnalysis analysis(@Nullable Throwable failure) {
		assertThat(failure).isNotNull();
		FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(failure);
		assertThat(analysis).as("analysis of %s", failure).isNotNull();
		return analysis;
	}

	@Test
	void databaseUrlGivesTheApplicationItsPool() {
		this.runner.withPropertyValues("migrations.database-url=" + url()).run((context) -> {
			assertThat(context).hasSingleBean(HikariDataSource.class);
			assertThat(selected(context)).isSameAs(context.getBean(DataSource.class));
			assertThat(currentUser(selected(context))).isEqualTo(user + "@" + database.name());
		});
	}

	@Test
	void credentialsMayStandInSpringsProperties() {
		this.runner
			.withPropertyValues("migrations.database-url=" + database.url(), "spring.datasource.username=" + user,
					"spring.datasource.password=" + PASSWORD)
			.run((context) -> assertThat(currentUser(selected(context))).startsWith(user));
	}

	@Test
	void databaseUrlWinsOverTheUrlOfSpring(CapturedOutput output) {
		this.runner.withPropertyValues("migrations.database-url=" + url(), "spring.datasource.url=jdbc:h2:mem:other")
			.run((context) -> {
				assertThat(currentUser(selected(context))).startsWith(user);
				assertThat(output).contains("spring.datasource.url is not used: migrations.database-url is set");
			});
	}

	@Test
	void connectionDetailsOfTheApplicationWin() {
		this.runner.withUserConfiguration(ServiceConnection.class)
			.withPropertyValues("migrations.secret.name=never-read")
			.run((context) -> {
				assertThat(context).hasSingleBean(JdbcConnectionDetails.class);
				assertThat(currentUser(selected(context))).isEqualTo("postgres@" + database.name());
			});
	}

	@Test
	void unsetVariableIsNamed() {
		this.runner.withPropertyValues("migrations.database-url=${DATABASE_URL_OF_NOBODY}").run((context) -> {
			FailureAnalysis analysis = analysis(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("migrations.database-url",
					"DATABASE_URL_OF_NOBODY is not set");
			assertThat(analysis.getAction()).contains("optional:file:.env[.properties]");
		});
	}

	@Test
	void emptyVariableIsAnError() {
		this.runner.withPropertyValues("migrations.database-url=${DATABASE_URL}", "DATABASE_URL=")
			.run((context) -> assertThat(analysis(context.getStartupFailure()).getDescription())
				.contains("migrations.database-url is empty"));
	}

	@Test
	void urlAndSecretAreAnError() {
		this.runner.withPropertyValues("migrations.database-url=" + url(), "migrations.secret.name=x")
			.run((context) -> assertThat(analysis(context.getStartupFailure()).getDescription())
				.contains("migrations.database-url and migrations.secret.name are both set"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mysql://u:s3cr3t-one@h/db", "postgresql://u:s3cr3t-one@h:x/db", "s3cr3t-one",
			"postgresql://u:s3cr3t-one%@h/db", "{\"url\": s3cr3t-one", "{\"password\":\"s3cr3t-one\"}" })
	void damagedUrlNamesThePropertyAndNotThePassword(String url, CapturedOutput output) {
		this.runner.withPropertyValues("migrations.database-url=" + url).run((context) -> {
			assertThat(analysis(context.getStartupFailure()).getDescription()).contains("migrations.database-url");
			assertThat(context.getStartupFailure()).satisfies((failure) -> {
				for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContain("s3cr3t-one");
				}
			});
			assertThat(output).doesNotContain("s3cr3t-one");
		});
	}

	@Test
	void secretCanComeFromTheApplication() {
		SecretReader reader = (name) -> name.equals("db_staging") ? url() : "";
		this.runner.withBean(SecretReader.class, () -> reader)
			.withPropertyValues("migrations.secret.name=db_{environment}", "migrations.environment=staging")
			.run((context) -> assertThat(currentUser(selected(context))).startsWith(user));
	}

	@Test
	void secretWithoutSpringCloudAwsNamesTheArtifact() {
		this.runner.withClassLoader(new FilteredClassLoader(SecretsManagerClient.class, ConnectionFactory.class))
			.withPropertyValues("migrations.secret.name=db")
			.run((context) -> {
				FailureAnalysis analysis = analysis(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains("'db'", "no client of AWS Secrets Manager");
				assertThat(analysis.getAction()).contains("io.awspring.cloud:spring-cloud-aws-starter-secrets-manager");
			});
	}

	@Test
	void secretWithoutClientBeanNamesTheSwitch() {
		this.runner.withPropertyValues("migrations.datasource.secret-name=db", "spring.datasource.url=jdbc:h2:mem:x")
			.run((context) -> assertThatExceptionOfType(Exception.class).isThrownBy(() -> selected(context))
				.satisfies((ex) -> assertThat(analysis(ex).getAction())
					.contains("spring.cloud.aws.secretsmanager.enabled=false")));
	}

	@Test
	void embeddedDatabaseIsNeverMigrated() {
		this.runner
			.run((context) -> assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> selected(context))
				.withMessageContaining("jdbc:h2:"));
	}

	@Test
	void embeddedDatabaseWithoutPoolIsNeverMigrated() {
		this.runner
			.withClassLoader(new FilteredClassLoader(PackageFilter.of("com.zaxxer.hikari", "org.apache.tomcat.jdbc",
					"org.apache.commons.dbcp2", "io.r2dbc.spi")))
			.withPropertyValues("migrations.database-url=" + url())
			.run((context) -> assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> selected(context))
				.withMessageContaining("an embedded database"));
	}

	@Test
	void urlOfSpringInAnotherSpellingIsExplained() {
		this.runner
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://u:s3cr3t-two@h/db",
					"spring.main.lazy-initialization=true")
			.run((context) -> assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> selected(context))
				.withMessageContaining("spring.datasource.url holds a user")
				.withMessageNotContaining("s3cr3t-two"));
	}

	@Test
	void ownConnectionDoesNotTouchThePool() {
		this.runner
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
					"migrations.datasource.url=" + database.url(), "migrations.datasource.username=" + user,
					"migrations.datasource.password=" + PASSWORD)
			.run((context) -> {
				assertThat(currentUser(selected(context))).isEqualTo(user + "@" + database.name());
				assertThat(context.getBean(HikariDataSource.class).getHikariPoolMXBean()).isNull();
			});
	}

	@Test
	void ownUserConnectsToTheDatabaseOfTheApplication() {
		this.runner
			.withPropertyValues("spring.datasource.url=" + database.url(), "spring.datasource.username=postgres",
					"spring.datasource.password=" + database.password(), "migrations.datasource.username=" + user,
					"migrations.datasource.password=" + PASSWORD)
			.run((context) -> {
				assertThat(currentUser(selected(context))).isEqualTo(user + "@" + database.name());
				assertThat(currentUser(context.getBean(DataSource.class))).startsWith("postgres@");
			});
	}

	@Test
	void markedDataSourceComesFirst() {
		this.runner.withUserConfiguration(MarkedDataSource.class)
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
					"migrations.datasource.url=jdbc:postgresql://127.0.0.1:1/none")
			.run((context) -> {
				assertThat(selected(context)).isSameAs(context.getBean("ddl"));
				assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
			});
	}

	@Test
	void primaryDataSourceIsMigrated() {
		this.runner.withUserConfiguration(TwoDataSources.class, PrimaryDataSource.class)
			.run((context) -> assertThat(selected(context)).isSameAs(context.getBean("main")));
	}

	@Test
	void severalDataSourcesAreAnError() {
		this.runner.withUserConfiguration(TwoDataSources.class)
			.run((context) -> assertThatExceptionOfType(MigrationsDataSourceNotFoundException.class)
				.isThrownBy(() -> selected(context))
				.withMessageContaining("(first, second)"));
	}

	@Test
	void dataSourceOfTheApplicationThatIgnoresTheUrlIsReported(CapturedOutput output) {
		this.runner.withUserConfiguration(PrimaryDataSource.class)
			.withPropertyValues("migrations.database-url=" + url())
			.run((context) -> {
				assertThat(selected(context)).isSameAs(context.getBean("main"));
				assertThat(output).contains("The DataSource bean 'main' is migrated");
			});
	}

	@Test
	void noDatabaseIsAnError() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class))
			.run((context) -> assertThatExceptionOfType(MigrationsDataSourceNotFoundException.class)
				.isThrownBy(() -> selected(context))
				.satisfies((ex) -> assertThat(ex.getAction()).contains("spring.datasource.url",
						"migrations.database-url", "migrations.secret.name", "spring.r2dbc.url")));
	}

	@Test
	void poolWithoutUrlIsAnError() {
		this.runner.withClassLoader(new FilteredClassLoader("org.h2", "io.r2dbc.spi"))
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThatExceptionOfType(MigrationsDataSourceNotFoundException.class)
				.isThrownBy(() -> selected(context)));
	}

	@Test
	void unsetVariableInTheUrlOfSpringIsNamed() {
		this.runner.withPropertyValues("spring.datasource.url=${DATABASE_URL_OF_NOBODY}")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> selected(context))
				.withMessageContaining("spring.datasource.url refers to ${DATABASE_URL_OF_NOBODY}"));
	}

	@Test
	void reactiveApplicationIsMigratedThroughItsOwnUrl() {
		this.reactive
			.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://" + user + ":" + ENCODED + "@" + database.host()
					+ ":" + database.port() + "/" + database.name())
			.run((context) -> {
				assertThat(context).hasSingleBean(ConnectionFactory.class).doesNotHaveBean(DataSource.class);
				assertThat(currentUser(selected(context))).isEqualTo(user + "@" + database.name());
			});
	}

	@Test
	void reactiveApplicationMayHaveItsCredentialsInProperties() {
		this.reactive
			.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://" + database.host() + ":" + database.port() + "/",
					"spring.r2dbc.name=" + database.name(), "spring.r2dbc.username=" + user,
					"spring.r2dbc.password=" + PASSWORD)
			.run((context) -> assertThat(currentUser(selected(context))).isEqualTo(user + "@" + database.name()));
	}

	@Test
	void reactiveApplicationMayGiveItsUrlThroughTheSameProperties() {
		this.reactive
			.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://u:p@127.0.0.1:1/none",
					"migrations.database-url=" + url())
			.run((context) -> {
				assertThat(context).doesNotHaveBean(DataSource.class);
				assertThat(currentUser(selected(context))).startsWith(user);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "${R2DBC_URL}s3cr3t-three", "r2dbc:mysql://u:s3cr3t-three@h/db",
			"r2dbc:postgresql://u:s3cr3t-three@h/db?sslMode=tunnel" })
	void unusableReactiveUrlIsAnErrorWithoutItsText(String url) {
		R2dbcConnectionDetails details = () -> ConnectionFactoryOptions.parse(url);
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class))
			.withBean(R2dbcConnectionDetails.class, () -> details)
			.run((context) -> assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> selected(context))
				.withMessageContaining("R2DBC")
				.withMessageNotContaining("s3cr3t-three"));
	}

	@Configuration(proxyBeanMethods = false)
	static class ServiceConnection {

		@Bean
		JdbcConnectionDetails container() {
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

	@Configuration(proxyBeanMethods = false)
	static class MarkedDataSource {

		@Bean(defaultCandidate = false)
		@MigrationsDataSource
		DataSource ddl() {
			return database.dataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource first() {
			return new DriverManagerDataSource(database.url());
		}

		@Bean
		DataSource second() {
			return new DriverManagerDataSource(database.url());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryDataSource {

		@Bean
		@Primary
		DataSource main() {
			return database.dataSource();
		}

	}

}
