package dev.limbeck.boot.autoconfigure;

import java.util.Collection;

import dev.limbeck.connection.ConnectionException;

/**
 * Thrown when there is no database to migrate, or more than one.
 *
 * @since 0.1.0
 */
public final class MigrationsDataSourceNotFoundException extends ConnectionException {

	private MigrationsDataSourceNotFoundException(String message, String action) {
		super(message, action);
	}

	static MigrationsDataSourceNotFoundException none() {
		return new MigrationsDataSourceNotFoundException(
				"There is no database to migrate: the application has no DataSource, or one without a URL.",
				"Set spring.datasource.url, migrations.database-url or migrations.secret.name. An application that "
						+ "uses R2DBC sets spring.r2dbc.url, or migrations.datasource.url if it defines its "
						+ "ConnectionFactory itself. migrations.enabled=false switches the migrations off.");
	}

	static MigrationsDataSourceNotFoundException noProperty() {
		return new MigrationsDataSourceNotFoundException("No property says where the database is.",
				"Set migrations.datasource.url or what the application connects with: spring.datasource.url, "
						+ "migrations.database-url, migrations.secret.name or spring.r2dbc.url. If they are set in a "
						+ "profile, activate it: --spring.profiles.active=... If the application makes its DataSource "
						+ "itself, set migrations.command.context=application.");
	}

	static MigrationsDataSourceNotFoundException several(Collection<String> names) {
		return new MigrationsDataSourceNotFoundException(
				"It is not known which database to migrate: none of the DataSource beans (" + String.join(", ", names)
						+ ") is the one to use by default.",
				"Mark the one to migrate with @MigrationsDataSource, or the application's main one with @Primary.");
	}

}
