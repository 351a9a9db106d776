package dev.limbeck.boot.autoconfigure;

import javax.sql.DataSource;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * What {@code spring.datasource.*} says about where the database is, without a pool.
 */
final class SpringDatabase {

	private final DataSourceProperties properties;

	private final ClassLoader classLoader;

	SpringDatabase(Environment environment, ClassLoader classLoader) {
		this.properties = Binder.get(environment).bindOrCreate("spring.datasource", DataSourceProperties.class);
		this.classLoader = classLoader;
	}

	/**
	 * Return where the database is.
	 * @return the URL with its credentials, or {@code null} if none is set
	 */
	@Nullable DatabaseUrl url() {
		String url = checkedUrl();
		return (url != null) ? DatabaseUrl.parse(url).as(this.properties.getUsername(), this.properties.getPassword())
				: null;
	}

	/**
	 * Return a DataSource. A URL of a driver that wraps PostgreSQL's is used as it is.
	 * @return the data source, or {@code null} if no URL is set
	 */
	@Nullable DataSource dataSource() {
		String url = checkedUrl();
		if (url == null) {
			return null;
		}
		String username = this.properties.getUsername();
		String password = this.properties.getPassword();
		// PostgreSQL's own driver would quote a URL that it cannot parse, with its
		// password
		if (url.startsWith("jdbc:postgresql:")) {
			return new UnpooledDataSource(DatabaseUrl.parse(url).as(username, password), null);
		}
		String driver = this.properties.getDriverClassName();
		if (driver == null) {
			driver = DatabaseDriver.fromJdbcUrl(url).getDriverClassName();
		}
		if (driver == null) {
			return dataSource(new DriverManagerDataSource(url), username, password);
		}
		return DataSourceBuilder.create(this.classLoader)
			.type(SimpleDriverDataSource.class)
			.driverClassName(driver)
			.url(url)
			.username(username)
			.password(password)
			.build();
	}

	private static DataSource dataSource(DriverManagerDataSource dataSource, @Nullable String username,
			@Nullable String password) {
		dataSource.setUsername(username);
		dataSource.setPassword(password);
		return dataSource;
	}

	private @Nullable String checkedUrl() {
		if (this.properties.getJndiName() != null) {
			throw new ConnectionException(
					"The property spring.datasource.jndi-name is set, and a command has no JNDI to look it up in.",
					"Set migrations.datasource.url to the database to migrate, or "
							+ "migrations.command.context=application.");
		}
		String url = this.properties.getUrl();
		if (url == null) {
			return null;
		}
		ApplicationUrl.check(url);
		checkResolved("spring.datasource.username", this.properties.getUsername());
		checkResolved("spring.datasource.password", this.properties.getPassword());
		return url;
	}

	private static void checkResolved(String property, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			DatabaseUrls.checkResolved(property, value);
		}
	}

}
