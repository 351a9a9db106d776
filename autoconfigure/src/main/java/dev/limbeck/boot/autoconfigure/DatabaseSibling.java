package dev.limbeck.boot.autoconfigure;

import java.io.IOException;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.connection.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.util.ClassUtils;

/**
 * Finds where a data source leads, to reach another database of the same server.
 */
final class DatabaseSibling {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			DatabaseSibling.class.getClassLoader());

	private final PGSimpleDataSource original;

	private DatabaseSibling(PGSimpleDataSource original) {
		this.original = original;
	}

	/**
	 * Find where a data source leads.
	 * @param dataSource the data source
	 * @return its place, or {@code null} if it does not tell
	 */
	static @Nullable DatabaseSibling of(DataSource dataSource) {
		if (dataSource instanceof UnpooledDataSource unpooled) {
			DatabaseUrl url = unpooled.url();
			return of(url.jdbcUrl(), url.username(), url.password());
		}
		BaseDataSource driver = DataSourceUnwrapper.unwrap(dataSource, BaseDataSource.class);
		if (driver != null) {
			return copy(driver);
		}
		AbstractDriverBasedDataSource simple = DataSourceUnwrapper.unwrap(dataSource,
				AbstractDriverBasedDataSource.class);
		if (simple != null) {
			return of(simple.getUrl(), simple.getUsername(), simple.getPassword());
		}
		return HIKARI_PRESENT ? Hikari.sibling(dataSource) : null;
	}

	private static @Nullable DatabaseSibling of(@Nullable String url, @Nullable String username,
			@Nullable String password) {
		if (url == null || Driver.parseURL(url, new Properties()) == null) {
			return null;
		}
		PGSimpleDataSource original = new PGSimpleDataSource();
		original.setUrl(url);
		if (username != null) {
			original.setUser(username);
		}
		if (password != null) {
			original.setPassword(password);
		}
		return new DatabaseSibling(original);
	}

	private static @Nullable DatabaseSibling copy(BaseDataSource driver) {
		try {
			PGSimpleDataSource original = new PGSimpleDataSource();
			original.initializeFrom(driver);
			return new DatabaseSibling(original);
		}
		catch (IOException | ClassNotFoundException ex) {
			return null;
		}
	}

	/**
	 * Return the schema that connections start in.
	 * @return the schema, or {@code null} if they do not say
	 */
	@Nullable String schema() {
		String path = this.original.getCurrentSchema();
		return (path != null) ? path.split(",", -1)[0].strip() : null;
	}

	/**
	 * Return another database of the server.
	 * @param name its name
	 * @return a data source without a pool
	 */
	DataSource database(String name) {
		DatabaseSibling other = copy(this.original);
		if (other == null) {
			throw new IllegalStateException("The driver's own data source can be copied");
		}
		other.original.setDatabaseName(name);
		return other.original;
	}

	/** Apart, so that HikariCP is needed only where it is used. */
	private static final class Hikari {

		private Hikari() {
		}

		static @Nullable DatabaseSibling sibling(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			if (pool == null) {
				return null;
			}
			DataSource target = pool.getDataSource();
			return (target != null) ? of(target)
					: DatabaseSibling.of(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
		}

	}

}
