package dev.limbeck.boot.autoconfigure;

import java.util.function.UnaryOperator;

import dev.limbeck.boot.autoconfigure.MigrationsProperties.Autogenerate;
import dev.limbeck.command.ShadowDatabase;
import dev.limbeck.command.ShadowDatabases;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.revision.MigrationException;
import dev.limbeck.runtime.ConnectionSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The shadow databases that the properties ask for: the one of
 * {@code migrations.autogenerate.shadow-url}, else an embedded one or one on the server
 * of the database that is migrated.
 *
 * @param properties the properties
 * @param names returns the name under which a property was found
 * @param server the server of the database that is migrated
 */
record ConfiguredShadows(Autogenerate properties, UnaryOperator<String> names,
		ConfiguredServer server) implements ShadowDatabases {

	private static final Log logger = LogFactory.getLog(ConfiguredShadows.class);

	@Override
	public ShadowDatabase open() {
		String url = this.properties.shadowUrl();
		if (StringUtils.hasText(url)) {
			return ShadowDatabases.at(given(url), this.server.configured()).open();
		}
		return ShadowDatabases.standard(this.server, schema()).open();
	}

	private ConnectionSource given(String text) {
		try {
			DatabaseUrl url = DatabaseUrl.parse(text)
				.as(this.properties.shadowUsername(), this.properties.shadowPassword());
			return ConnectionSource.of(new UnpooledDataSource(url, null));
		}
		catch (ConnectionException ex) {
			throw InvalidPropertyException.url(this.names.apply("migrations.autogenerate.shadow-url"), ex);
		}
	}

	// An embedded server does without the application's database
	private @Nullable String schema() {
		try {
			return this.server.schema();
		}
		catch (ConnectionException | MigrationException ex) {
			logger.debug("There is no database to tell the schema", ex);
			return null;
		}
	}

}
