package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * The database of an application that uses R2DBC.
 */
final class R2dbcDatabase implements DerivedDatabase {

	private final ObjectProvider<R2dbcConnectionDetails> connectionDetails;

	private final ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers;

	R2dbcDatabase(ObjectProvider<R2dbcConnectionDetails> connectionDetails,
			ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers) {
		this.connectionDetails = connectionDetails;
		this.customizers = customizers;
	}

	@Override
	public @Nullable DatabaseUrl url() {
		R2dbcConnectionDetails details = this.connectionDetails.getIfAvailable();
		return (details != null) ? url(() -> customized(details)) : null;
	}

	private ConnectionFactoryOptions customized(R2dbcConnectionDetails details) {
		ConnectionFactoryOptions.Builder options = details.getConnectionFactoryOptions().mutate();
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(options));
		return options.build();
	}

	/**
	 * Translate the details of a connection.
	 * @param details the details
	 * @return where the same database is for JDBC
	 * @throws ConnectionException if it is not PostgreSQL, or the details are damaged
	 */
	static DatabaseUrl url(R2dbcConnectionDetails details) {
		ConnectionFactoryOptions options = options(details);
		String driver = option(options, "driver") + ":" + option(options, "protocol");
		if (!driver.contains("postgres")) {
			throw new ConnectionException(
					"The R2DBC driver of the application is '" + option(options, "driver")
							+ "', not the one for PostgreSQL.",
					"Set migrations.datasource.url to the database to migrate.");
		}
		return DatabaseUrl.ofR2dbc((name) -> option(options, name));
	}

	// What the parser throws may quote the URL, and is dropped.
	private static ConnectionFactoryOptions options(R2dbcConnectionDetails details) {
		try {
			return details.getConnectionFactoryOptions();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new ConnectionException("The R2DBC URL of the application cannot be read.",
					"Check spring.r2dbc.url: r2dbc:postgresql://host:5432/database, and that its placeholders have "
							+ "values.");
		}
	}

	private static @Nullable Object option(ConnectionFactoryOptions options, String name) {
		return options.getValue(Option.valueOf(name));
	}

}
