package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.limbeck.command.DatabaseServer;
import dev.limbeck.command.ShadowDatabaseException;
import dev.limbeck.runtime.ConnectionSource;
import org.jspecify.annotations.Nullable;

/**
 * The server of the database that is migrated.
 *
 * @param configured connections to the database that is migrated
 * @param dataSource finds the data source behind them
 */
record ConfiguredServer(ConnectionSource configured, Supplier<DataSource> dataSource) implements DatabaseServer {

	@Override
	public ConnectionSource database(String name) {
		DatabaseSibling sibling = DatabaseSibling.of(this.dataSource.get());
		if (sibling == null) {
			throw ShadowDatabaseException.unknownServer();
		}
		return ConnectionSource.of(sibling.database(name));
	}

	/**
	 * Return the schema that names without one are in.
	 * @return the schema, or {@code null} if the connection does not say
	 */
	@Nullable String schema() {
		DatabaseSibling sibling = DatabaseSibling.of(this.dataSource.get());
		return (sibling != null) ? sibling.schema() : null;
	}

}
