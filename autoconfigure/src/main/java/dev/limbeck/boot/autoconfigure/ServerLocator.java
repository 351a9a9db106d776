package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.autogenerate.shadow.DatabaseServer;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.runtime.ConnectionSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.common.BaseDataSource;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.util.ClassUtils;

/**
 * The server of the database that is migrated. Others beside it are reached with the
 * address and the credentials of the data source, without its pool.
 *
 * @param dataSource finds the data source
 */
record ServerLocator(Supplier<DataSource> dataSource) implements DatabaseServer {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			ServerLocator.class.getClassLoader());

	@Override
	public ConnectionSource configured() {
		return new PooledConnectionSource(this.dataSource);
	}

	@Override
	public ConnectionSource database(String name) {
		DataSource configured = this.dataSource.get();
		if (configured instanceof UnpooledDataSource unpooled && !unpooled.url().isContainer()) {
			return ConnectionSource.of(unpooled.database(name));
		}
		DatabaseUrl url = url(configured);
		if (url == null) {
			throw ShadowDatabaseException.unreachable("a " + configured.getClass().getName()
					+ " does not tell its URL; with migrations.datasource.url it is known");
		}
		return ConnectionSource.of(new UnpooledDataSource(url.database(name), null));
	}

	/**
	 * Return the schema that the pool or the URL names.
	 * @return the schema of the pool, else the first of the URL's {@code currentSchema},
	 * or {@code null} if none is named or known
	 */
	@Nullable String schema() {
		try {
			DataSource configured = this.dataSource.get();
			String ofPool = HIKARI_PRESENT ? Hikari.schema(configured) : null;
			if (ofPool != null) {
				return ofPool;
			}
			DatabaseUrl url = (configured instanceof UnpooledDataSource unpooled) ? unpooled.url() : url(configured);
			String schemas = (url != null) ? url.parameter("currentSchema") : null;
			return (schemas != null && !schemas.isBlank()) ? schemas.replaceFirst(",.*", "").strip() : null;
		}
		catch (ConnectionException ex) {
			return null;
		}
	}

	private static @Nullable DatabaseUrl url(DataSource dataSource) {
		DatabaseUrl pooled = HIKARI_PRESENT ? Hikari.url(dataSource) : null;
		if (pooled != null) {
			return pooled;
		}
		BaseDataSource driver = DataSourceUnwrapper.unwrap(dataSource, BaseDataSource.class);
		if (driver != null) {
			return url(driver.getUrl(), driver.getUser(), driver.getPassword());
		}
		AbstractDriverBasedDataSource spring = DataSourceUnwrapper.unwrap(dataSource,
				AbstractDriverBasedDataSource.class);
		return (spring != null) ? url(spring.getUrl(), spring.getUsername(), spring.getPassword()) : null;
	}

	private static @Nullable DatabaseUrl url(@Nullable String url, @Nullable String username,
			@Nullable String password) {
		return (url != null && url.startsWith("jdbc:postgresql:")) ? DatabaseUrl.parse(url).as(username, password)
				: null;
	}

	/** Apart, so that HikariCP is needed only where it is used. */
	private static final class Hikari {

		private Hikari() {
		}

		static @Nullable String schema(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			return (pool != null) ? pool.getSchema() : null;
		}

		static @Nullable DatabaseUrl url(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			return (pool != null) ? ServerLocator.url(pool.getJdbcUrl(), pool.getCredentials().getUsername(),
					pool.getCredentials().getPassword()) : null;
		}

	}

}
