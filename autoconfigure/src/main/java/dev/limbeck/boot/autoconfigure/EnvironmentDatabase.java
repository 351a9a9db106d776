package dev.limbeck.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import dev.limbeck.boot.aws.StandaloneSecretReader;
import dev.limbeck.command.Migrations;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.connection.SecretReader;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Finds the database to migrate in the properties alone, where no bean is: the one that
 * {@link MigrationsDataSourceSelector} finds in an application whose connections are
 * configured by properties.
 */
final class EnvironmentDatabase implements AutoCloseable {

	private static final Set<String> OWN = Set.of(MigrationsConnectionDetails.class.getName(),
			Migrations.class.getName());

	private static final Set<String> DECIDING = Set.of(MigrationsConnectionDetails.class.getName(),
			Migrations.class.getName(), DataSource.class.getName(), JdbcConnectionDetails.class.getName(),
			DataSourceProperties.class.getName(), "io.r2dbc.spi.ConnectionFactory",
			"org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails",
			"org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer");

	private final PropertiesDatabase given;

	private final ConfigurableEnvironment environment;

	private final ClassLoader classLoader;

	private final ApplicationBeans beans;

	private @Nullable BootDataSource opened;

	EnvironmentDatabase(MigrationsProperties properties, UnaryOperator<String> names,
			ConfigurableEnvironment environment, ClassLoader classLoader, ApplicationBeans beans) {
		this.given = new PropertiesDatabase(properties, names, urls(properties, environment, classLoader), environment);
		this.environment = environment;
		this.classLoader = classLoader;
		this.beans = beans;
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
	 * @return a data source: the one that Spring Boot would make for the application, or
	 * one without a pool
	 * @throws ConnectionException if there is none, or what is there cannot be used
	 */
	DataSource find() {
		this.given.reportUnused();
		PostgresqlDriver.require(this.classLoader);
		requireNoBean();
		if (this.given.isOwnUrlGiven()) {
			PropertiesMigrationsConnectionDetails own = this.given.own(() -> null);
			return new UnpooledDataSource(own.url(), own.secret());
		}
		DatabaseUrl reactive = reactiveUrl();
		DatabaseUrlConnectionDetails application = this.given.isApplicationGiven() ? this.given.application() : null;
		if (reactive == null) {
			return pooled(application);
		}
		DatabaseUrl url = (application != null) ? application.url() : reactive;
		if (this.given.isOwnGiven()) {
			return new UnpooledDataSource(this.given.own(() -> url).url(), null);
		}
		return new UnpooledDataSource(url, (application != null) ? application.secret() : null);
	}

	private void requireNoBean() {
		boolean own = this.given.isOwnUrlGiven();
		Set<String> types = new LinkedHashSet<>(own ? OWN : DECIDING);
		if (this.given.isSecretGiven()) {
			types.add(SecretReader.class.getName());
		}
		String found = this.beans.find(types, own);
		if (found != null) {
			throw new ConnectionException(
					"The application " + found + ", which a command does not look at, and which may lead to another "
							+ "database than the properties.",
					"Set migrations.command.context=application to run commands with the application's beans, or "
							+ "migrations.command.context=environment if the properties alone say where the database "
							+ "is.");
		}
	}

	private DataSource pooled(@Nullable DatabaseUrlConnectionDetails given) {
		SpringDatabase spring = new SpringDatabase(this.environment, this.classLoader);
		if (given == null && !spring.isGiven()) {
			throw MigrationsDataSourceNotFoundException.noProperty();
		}
		JdbcConnectionDetails application = (given != null) ? given : spring;
		this.opened = this.given.isOwnGiven()
				? BootDataSource.openAs(this.environment, this.classLoader, this.given.credentials(application))
				: BootDataSource.open(this.environment, this.classLoader, given);
		DataSource dataSource = this.opened.dataSource();
		return (dataSource != null) ? dataSource : unpooled(application, given);
	}

	private DataSource unpooled(JdbcConnectionDetails application, @Nullable DatabaseUrlConnectionDetails given) {
		DatabaseUrl url = DatabaseUrl.parse(application.getJdbcUrl())
			.as(application.getUsername(), application.getPassword());
		return this.given.isOwnGiven() ? new UnpooledDataSource(this.given.own(() -> url).url(), null)
				: new UnpooledDataSource(url, (given != null) ? given.secret() : null);
	}

	@Override
	public void close() {
		if (this.opened != null) {
			this.opened.close();
		}
	}

	// Where there is a ConnectionFactory, Boot makes no DataSource
	private @Nullable DatabaseUrl reactiveUrl() {
		boolean reactive = ClassUtils.isPresent("io.r2dbc.spi.ConnectionFactory", this.classLoader) && ClassUtils
			.isPresent("org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties", this.classLoader);
		return reactive ? R2dbcProperty.url(this.environment) : null;
	}

}
