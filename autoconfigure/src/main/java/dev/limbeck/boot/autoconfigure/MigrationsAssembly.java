package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.limbeck.command.Migrations;
import dev.limbeck.command.MigrationsBuilder;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Makes the migrations of what the properties say, for an application that starts and for
 * a command that starts nothing.
 *
 * @param properties the properties
 * @param names returns the name under which a property was found
 * @param environment where the application's name is
 * @param classLoader finds the revisions
 */
record MigrationsAssembly(MigrationsProperties properties, UnaryOperator<String> names, Environment environment,
		ClassLoader classLoader) {

	/**
	 * Make the migrations.
	 * @param connections the database; it is not asked for a connection yet
	 * @param arguments arguments for scripts and listeners
	 * @return the migrations
	 * @throws InvalidPropertyException if a property has a value that it cannot have
	 */
	Migrations migrations(ConnectionSource connections, Map<String, String> arguments) {
		Dialect dialect = new PostgresqlDialect();
		MigrationsBuilder builder = Migrations.builder()
			.connections(connections)
			.dialect(dialect)
			.scripts(this.properties.scriptSettings())
			.classLoader(this.classLoader)
			.settings(settings(dialect))
			.arguments(arguments);
		if (StringUtils.hasText(this.properties.sourceDirectory())) {
			builder.sourceDirectory(Path.of(this.properties.sourceDirectory()));
		}
		return builder.build();
	}

	private MigrationSettings settings(Dialect dialect) {
		MigrationsProperties from = this.properties;
		String schema = StringUtils.hasText(from.versionTableSchema()) ? from.versionTableSchema() : null;
		requireName(dialect, "migrations.version-table", from.versionTable(), "_pkc");
		requireName(dialect, "migrations.history-table", from.historyTable(), "_pkey");
		requireName(dialect, "migrations.version-table-schema", schema, "");
		if (from.versionTable().equals(from.historyTable())) {
			throw InvalidPropertyException.sameName(this.names.apply("migrations.history-table"), from.historyTable());
		}
		return new MigrationSettings(from.target(), schema, from.versionTable(), from.historyTable(),
				from.transactionMode(), from.onChecksumMismatch(), from.lockWaitTimeout(), from.placeholders(),
				this.environment.getProperty("spring.application.name"));
	}

	private void requireName(Dialect dialect, String property, @Nullable String name, String suffix) {
		if (name == null) {
			return;
		}
		try {
			dialect.quote(name);
			dialect.quote(name + suffix);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidPropertyException.name(this.names.apply(property), name, suffix,
					String.valueOf(ex.getMessage()));
		}
	}

}
