package dev.limbeck.boot.autoconfigure;

import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Selects the database to migrate: the {@code DataSource} marked
 * {@link MigrationsDataSource @MigrationsDataSource}, else the connection of the
 * migrations' own, else that of the application. The application's pool is touched in the
 * last case only.
 */
final class MigrationsDataSourceSelector implements AutoCloseable {

	private static final Log logger = HarmlessLog.of(MigrationsDataSourceSelector.class);

	private static final String BOOT = "org.springframework.boot.jdbc.autoconfigure.";

	private final ObjectProvider<DataSource> marked;

	private final DedicatedConnection own;

	private final ObjectProvider<DataSource> application;

	private final ObjectProvider<JdbcConnectionDetails> connectionDetails;

	private final ObjectProvider<DerivedDatabase> derived;

	private final ConfigurableListableBeanFactory beanFactory;

	private final PropertiesDatabase given;

	private final ConfigurableEnvironment environment;

	private @Nullable DataSource selected;

	private @Nullable BootDataSource opened;

	private @Nullable HeldContainer container;

	MigrationsDataSourceSelector(ObjectProvider<DataSource> marked, DedicatedConnection own,
			ObjectProvider<DataSource> application, ObjectProvider<JdbcConnectionDetails> connectionDetails,
			ObjectProvider<DerivedDatabase> derived, ConfigurableListableBeanFactory beanFactory,
			PropertiesDatabase given, ConfigurableEnvironment environment) {
		this.marked = marked;
		this.own = own;
		this.application = application;
		this.connectionDetails = connectionDetails;
		this.derived = derived;
		this.beanFactory = beanFactory;
		this.given = given;
		this.environment = environment;
	}

	/**
	 * Select the database to migrate.
	 * @return a data source: a bean, or one without a pool
	 * @throws ConnectionException if there is none, or it is not known which one is meant
	 */
	synchronized DataSource select() {
		DataSource dataSource = this.selected;
		if (dataSource == null) {
			dataSource = find();
			this.container = HeldContainer.of(dataSource);
			this.selected = dataSource;
		}
		return dataSource;
	}

	/**
	 * Tell whether the migrations look after the schema of a database.
	 * @param dataSource the application's way to the database
	 * @return whether it is the one that is selected, or the migrations have a connection
	 * of their own beside it
	 */
	boolean isMigrated(DataSource dataSource) {
		return dataSource == select() || (this.marked.getIfAvailable() == null && this.own.find() != null);
	}

	private DataSource find() {
		this.given.reportUnused();
		PostgresqlDriver.require(this.beanFactory.getBeanClassLoader());
		DataSource dataSource = this.marked.getIfAvailable();
		if (dataSource != null) {
			return dataSource;
		}
		MigrationsConnectionDetails details = this.own.find();
		if (details != null) {
			DataSource pooled = ownUserOfThePool(details);
			if (pooled != null) {
				return pooled;
			}
			DatabaseUrl url = DatabaseUrl.parse(details.getJdbcUrl()).as(details.getUsername(), details.getPassword());
			return new UnpooledDataSource(url,
					(details instanceof PropertiesMigrationsConnectionDetails properties) ? properties.secret() : null);
		}
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, DataSource.class);
		return (names.length != 0) ? applicationDataSource(names) : new UnpooledDataSource(applicationUrl(), null);
	}

	// Where only the user is the migrations' own, everything else is as the pool of the
	// application has it
	private @Nullable DataSource ownUserOfThePool(MigrationsConnectionDetails details) {
		JdbcConnectionDetails application = this.connectionDetails.getIfAvailable();
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, DataSource.class);
		if (!(details instanceof PropertiesMigrationsConnectionDetails) || this.given.isOwnUrlGiven()
				|| application == null || names.length != 1
				|| !factoryOf(names[0]).startsWith(BOOT + "DataSourceConfiguration")) {
			return null;
		}
		this.opened = BootDataSource.openAs(this.environment, this.beanFactory.getBeanClassLoader(),
				this.given.credentials(application));
		return this.opened.dataSource();
	}

	@Override
	public synchronized void close() {
		if (this.container != null) {
			this.container.close();
		}
		if (this.opened != null) {
			this.opened.close();
		}
	}

	private DataSource applicationDataSource(String[] names) {
		if (names.length == 1) {
			checkAutoConfigured(names[0]);
		}
		DataSource dataSource = this.application.getIfUnique();
		if (dataSource == null) {
			throw MigrationsDataSourceNotFoundException.several(List.of(names));
		}
		return dataSource;
	}

	// Where Boot makes the pool, its URL is looked at first: Boot falls back to an
	// embedded database without one, and the driver quotes a URL that it cannot parse.
	private void checkAutoConfigured(String name) {
		String factory = factoryOf(name);
		boolean asked = this.beanFactory.containsBeanDefinition(MigrationsConnectionAutoConfiguration.DETAILS);
		if (factory.startsWith(BOOT + "DataSourceConfiguration")) {
			JdbcConnectionDetails details = this.connectionDetails.getIfAvailable();
			if (details != null && !(details instanceof DatabaseUrlConnectionDetails)) {
				ApplicationUrl.check(url(details));
			}
		}
		else if (factory.startsWith(BOOT + "EmbeddedDataSourceConfiguration")) {
			throw ApplicationUrl.embedded("an embedded database");
		}
		else if (asked) {
			logger.warn("The DataSource bean '" + name + "' is migrated; the application defines it itself, and it "
					+ "may not use migrations.database-url or migrations.secret.name.");
		}
	}

	private static String url(JdbcConnectionDetails details) {
		try {
			return details.getJdbcUrl();
		}
		catch (BeanCreationException ex) {
			throw MigrationsDataSourceNotFoundException.none();
		}
	}

	private String factoryOf(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return "";
		}
		return Objects.requireNonNullElse(this.beanFactory.getBeanDefinition(name).getFactoryBeanName(), "");
	}

	private DatabaseUrl applicationUrl() {
		DatabaseUrl url = findApplicationUrl(this.connectionDetails, this.derived);
		if (url == null) {
			throw MigrationsDataSourceNotFoundException.none();
		}
		return url;
	}

	/**
	 * Find where the application's database is, without a connection to it.
	 * @param connectionDetails the details of the application's connection
	 * @param derived the database that it reaches without JDBC
	 * @return the URL, or {@code null} if the application does not say
	 */
	static @Nullable DatabaseUrl findApplicationUrl(ObjectProvider<JdbcConnectionDetails> connectionDetails,
			ObjectProvider<DerivedDatabase> derived) {
		JdbcConnectionDetails details = connectionDetails.getIfAvailable();
		if (details != null) {
			return DatabaseUrl.parse(details.getJdbcUrl()).as(details.getUsername(), details.getPassword());
		}
		DerivedDatabase database = derived.getIfAvailable();
		return (database != null) ? database.url() : null;
	}

}
