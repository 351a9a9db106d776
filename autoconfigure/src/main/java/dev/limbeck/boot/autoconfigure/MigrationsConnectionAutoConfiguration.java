package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.boot.aws.SecretsManagerSecretReader;
import dev.limbeck.connection.SecretReader;
import io.r2dbc.spi.ConnectionFactoryOptions;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of where the database is.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class,
		afterName = "io.awspring.cloud.autoconfigure.config.secretsmanager.SecretsManagerAutoConfiguration")
@EnableConfigurationProperties(MigrationsProperties.class)
public final class MigrationsConnectionAutoConfiguration {

	static final String DETAILS = "migrationsJdbcConnectionDetails";

	@Bean
	DatabaseUrls migrationsDatabaseUrls(MigrationsProperties properties, Environment environment,
			ObjectProvider<SecretReader> secrets) {
		Supplier<SecretReader> reader = () -> secrets.getIfAvailable(MissingSecretReader::new);
		return new DatabaseUrls(reader,
				new MigrationsEnvironment(properties.environment(), environment.getActiveProfiles()));
	}

	@Bean
	PropertiesDatabase migrationsGivenDatabase(MigrationsProperties properties, DatabaseUrls urls,
			Environment environment) {
		return new PropertiesDatabase(properties, UnaryOperator.identity(), urls, environment);
	}

	@Bean(DETAILS)
	@Lazy
	@Conditional(DatabaseIsGiven.class)
	@ConditionalOnMissingBean(JdbcConnectionDetails.class)
	DatabaseUrlConnectionDetails migrationsJdbcConnectionDetails(PropertiesDatabase given) {
		return given.application();
	}

	@Bean
	@Lazy
	@Conditional(OwnConnectionIsGiven.class)
	@ConditionalOnMissingBean(MigrationsConnectionDetails.class)
	PropertiesMigrationsConnectionDetails migrationsConnectionDetails(PropertiesDatabase given,
			ObjectProvider<JdbcConnectionDetails> application, ObjectProvider<DerivedDatabase> derived) {
		return given.own(() -> MigrationsDataSourceSelector.findApplicationUrl(application, derived));
	}

	@Bean
	MigrationsDataSourceSelector migrationsDataSourceSelector(@MigrationsDataSource ObjectProvider<DataSource> marked,
			ObjectProvider<MigrationsConnectionDetails> own, ObjectProvider<DataSource> application,
			ObjectProvider<JdbcConnectionDetails> connectionDetails, ObjectProvider<DerivedDatabase> derived,
			ConfigurableListableBeanFactory beanFactory, PropertiesDatabase given,
			ConfigurableEnvironment environment) {
		return new MigrationsDataSourceSelector(marked, new DedicatedConnection(own, given), application,
				connectionDetails, derived, beanFactory, given, environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecretsManagerClient.class)
	static class SecretsManagerConfiguration {

		@Bean
		@ConditionalOnMissingBean(SecretReader.class)
		SecretsManagerSecretReader migrationsSecretReader(ObjectProvider<SecretsManagerClient> clients,
				MigrationsProperties properties) {
			return new SecretsManagerSecretReader(clients, properties.secret().timeout());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HikariDataSource.class)
	@Conditional(SecretIsGiven.class)
	static class HikariConfiguration {

		@Bean
		static SecretRotation migrationsSecretRotation(ConfigurableListableBeanFactory beanFactory) {
			return new SecretRotation(beanFactory);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConnectionFactoryOptions.class, R2dbcConnectionDetails.class })
	static class R2dbcConfiguration {

		@Bean
		R2dbcDatabase migrationsR2dbcDatabase(ObjectProvider<R2dbcConnectionDetails> connectionDetails,
				ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers) {
			return new R2dbcDatabase(connectionDetails, customizers);
		}

	}

	/**
	 * The application's connection is given by the properties.
	 */
	static class DatabaseIsGiven extends AnyPropertyCondition {

		DatabaseIsGiven() {
			super(PropertiesDatabase.URL, PropertiesDatabase.SECRET);
		}

		@Override
		boolean isOutranked(DatabaseProperties properties) {
			return properties.isApplicationNearer();
		}

	}

	/**
	 * The application's connection is in a secret.
	 */
	static class SecretIsGiven extends AnyPropertyCondition {

		SecretIsGiven() {
			super(PropertiesDatabase.SECRET);
		}

		@Override
		boolean isOutranked(DatabaseProperties properties) {
			return properties.isApplicationNearer();
		}

	}

	/**
	 * The migrations have a connection of their own.
	 */
	static class OwnConnectionIsGiven extends AnyPropertyCondition {

		OwnConnectionIsGiven() {
			super(PropertiesDatabase.OWN_URL, PropertiesDatabase.OWN_SECRET, PropertiesDatabase.OWN_USERNAME);
		}

		@Override
		boolean isOutranked(DatabaseProperties properties) {
			return properties.isDatabaseOfTest();
		}

	}

}
