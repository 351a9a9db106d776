package dev.limbeck.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.runtime.ForeignFailure;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/**
 * A connection that nobody uses, to a database behind a {@code jdbc:tc:} URL.
 * Testcontainers stops the container with its last connection, and the migrations close
 * theirs before the application opens its own.
 *
 * @param connection the connection
 */
record HeldContainer(Connection connection) implements AutoCloseable {

	private static final Log logger = HarmlessLog.of(HeldContainer.class);

	private static final boolean TESTCONTAINERS_PRESENT = ClassUtils
		.isPresent("org.testcontainers.jdbc.ContainerDatabaseDriver", HeldContainer.class.getClassLoader());

	/**
	 * Connect to the container of a data source, if it is one that ends with its last
	 * connection.
	 * @param dataSource the data source
	 * @return the connection, or {@code null} if the database stays by itself
	 * @throws ConnectionException if the container cannot be reached
	 */
	static @Nullable HeldContainer of(DataSource dataSource) {
		DataSource container = TESTCONTAINERS_PRESENT ? container(dataSource) : null;
		if (container == null) {
			return null;
		}
		try {
			return new HeldContainer(container.getConnection());
		}
		catch (SQLException ex) {
			throw new ConnectionException(
					"The database in the container of Testcontainers cannot be reached: " + ForeignFailure.describe(ex),
					"See in the log why the container of the jdbc:tc: URL did not start.");
		}
	}

	private static @Nullable DataSource container(DataSource dataSource) {
		if (dataSource instanceof UnpooledDataSource unpooled) {
			return unpooled.url().isContainer() ? unpooled : null;
		}
		try {
			SimpleDriverDataSource driver = DataSourceBuilder.derivedFrom(dataSource)
				.type(SimpleDriverDataSource.class)
				.build();
			String url = driver.getUrl();
			// Other drivers wrap it: jdbc:p6spy:tc:postgresql:
			return (url != null && url.startsWith("jdbc:") && url.contains(":tc:")) ? driver : null;
		}
		catch (RuntimeException ex) {
			logger.debug("It is not known whether the database is in a container of Testcontainers", ex);
			return null;
		}
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			logger.debug("The connection to the container cannot be closed", ex);
		}
	}

}
