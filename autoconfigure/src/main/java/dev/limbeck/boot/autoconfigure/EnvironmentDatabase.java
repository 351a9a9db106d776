package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import dev.limbeck.boot.aws.StandaloneSecretReader;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.connection.SecretReader;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Finds the database to migrate in the properties alone, where no bean is: the one that
 * {@link MigrationsDataSourceSelector} finds in an application whose connections are
 * configured by properties.
 */
final class EnvironmentDatabase {

	private final GivenDatabase given;

	private final ConfigurableEnvironment environment;

	private final ClassLoader classLoader;

	EnvironmentDatabase(MigrationsProperties properties, UnaryOperator<String> names,
			ConfigurableEnvironment environment, ClassLoader classLoader) {
		this.given = new GivenDatabase(properties, names, urls(properties, environment, classLoader), environment);
		this.environment = environment;
		this.classLoader = classLoader;
	}

	/**
	 * Return what reads URLs and secrets where no bean is.
	 * @param properties the properties
	 * @param environment where the active profiles are
	 * @param classLoader finds the library that reads secrets
	 * @return the reader
	 */
	static DatabaseUrls urls(MigrationsProperties properties, ConfigurableEnvironment environment,
			ClassLoader classLoader) {
		return new DatabaseUrls(secrets(properties, environment, classLoader),
				new MigrationsEnvironment(properties.environment(), environment.getActiveProfiles()));
	}

	private static Supplier<SecretReader> secrets(MigrationsProperties properties, ConfigurableEnvironment environment,
			ClassLoader classLoader) {
		return () -> StandaloneSecretReader.isPossible(classLoader)
				? new StandaloneSecretReader(environment, classLoader, properties.secret().timeout())
				: new MissingSecretReader();
	}

	/**
	 * Find the database.
	 * @return a data source without a pool
	 * @throws ConnectionException if there is none, or what is there cannot be used
	 */
	DataSource find() {
		if (this.given.isOwnGiven()) {
			PropertiesMigrationsConnectionDetails own = this.given.own(this::applicationUrl);
			return new UnpooledDataSource(own.url(), own.secret());
		}
		if (this.given.isApplicationGiven()) {
			DatabaseUrlConnectionDetails application = this.given.application();
			return new UnpooledDataSource(application.url(), application.secret());
		}
		DatabaseUrl reactive = reactiveUrl();
		if (reactive != null) {
			return new UnpooledDataSource(reactive, null);
		}
		DataSource dataSource = new SpringDatabase(this.environment, this.classLoader).dataSource();
		if (dataSource == null) {
			throw MigrationsDataSourceNotFoundException.noProperty();
		}
		return dataSource;
	}

	private @Nullable DatabaseUrl applicationUrl() {
		if (this.given.isApplicationGiven()) {
			return this.given.application().url();
		}
		DatabaseUrl reactive = reactiveUrl();
		return (reactive != null) ? reactive : new SpringDatabase(this.environment, this.classLoader).url();
	}

	// Where there is a ConnectionFactory, Boot makes no DataSource
	private @Nullable DatabaseUrl reactiveUrl() {
		boolean reactive = ClassUtils.isPresent("io.r2dbc.spi.ConnectionFactory", this.classLoader) && ClassUtils
			.isPresent("org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties", this.classLoader);
		return reactive ? R2dbcProperty.url(this.environment) : null;
	}

}
