package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.boot.autoconfigure.AuthoringProperties.Autogenerate;
import dev.limbeck.connection.ConnectionException;
import dev.limbeck.connection.DatabaseUrl;
import dev.limbeck.runtime.ConnectionSource;
import org.jspecify.annotations.Nullable;

/**
 * The shadow databases that {@code migrations.autogenerate.shadow-*} asks for: the one
 * that is named, else embedded ones, else scratch databases on the configured server.
 *
 * @param properties the properties
 * @param names returns the name under which a property was found
 * @param urls gives what reads URLs and secrets
 * @param server the server of the database that is migrated
 * @param version the version that scripts are written for, or {@code null}
 */
record ShadowLocator(Autogenerate properties, UnaryOperator<String> names, Supplier<DatabaseUrls> urls,
		ServerLocator server, @Nullable Integer version) implements ShadowDatabases {

	@Override
	public ShadowDatabase open() {
		return databases().open();
	}

	private ShadowDatabases databases() {
		DatabaseUrl url = readUrl();
		if (url == null) {
			return ShadowDatabases.standard(this.server, this.server.schema(), this.version);
		}
		Supplier<DatabaseUrl> secret = (this.properties.shadowSecretName() != null) ? this::readRequiredUrl : null;
		return ShadowDatabases.at(ConnectionSource.of(new UnpooledDataSource(url, secret)), this.server.configured());
	}

	private DatabaseUrl readRequiredUrl() {
		DatabaseUrl url = readUrl();
		if (url == null) {
			throw new ConnectionException("The shadow database is not known.",
					"Set " + this.names.apply("migrations.autogenerate.shadow-url") + ".");
		}
		return url;
	}

	private @Nullable DatabaseUrl readUrl() {
		DatabaseUrl url = this.urls.get()
			.find(this.names.apply("migrations.autogenerate.shadow-url"), this.properties.shadowUrl(),
					this.names.apply("migrations.autogenerate.shadow-secret-name"), this.properties.shadowSecretName());
		if (url == null && this.properties.shadowUsername() != null) {
			throw new ConnectionException(
					"The property " + this.names.apply("migrations.autogenerate.shadow-username")
							+ " is set, but no shadow database is.",
					"Set " + this.names.apply("migrations.autogenerate.shadow-url") + " as well.");
		}
		return (url != null) ? url.as(this.properties.shadowUsername(), this.properties.shadowPassword()) : null;
	}

}
