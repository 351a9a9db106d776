package dev.limbeck.boot.autoconfigure;

import java.util.regex.Pattern;

import javax.sql.DataSource;

import dev.limbeck.command.Migrations;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of the migrations: they run before anything else touches the
 * database.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class })
@ConditionalOnClass({ DataSource.class, PGConnection.class })
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigrationsProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(MigrationsRuntimeHints.class)
public final class MigrationsAutoConfiguration {

	private static final Pattern RELATIVE_TARGET = Pattern.compile("([^@]*@)?[+-]\\d+");

	// The dependencies that {@link DatabaseInitializationDependencyConfigurer} adds
	// protect beans of known types only. This protects every singleton, one that uses a
	// DataSource by itself and lazy ones too
	@Bean
	static BeanFactoryInitializer<ListableBeanFactory> migrationsFirst() {
		return (beanFactory) -> beanFactory.getBeansOfType(MigrationsInitializer.class, true, false);
	}

	@Bean
	@ConditionalOnMissingBean
	Migrations migrations(MigrationsProperties properties, MigrationsDataSourceSelector dataSource,
			ResourceLoader resourceLoader, Environment environment) {
		ClassLoader classLoader = resourceLoader.getClassLoader();
		Dialect dialect = new PostgresqlDialect();
		return new Migrations(new PooledConnectionSource(SingletonSupplier.of(dataSource::select)), dialect,
				new ScriptDirectory(properties.scriptSettings(),
						(classLoader != null) ? classLoader : getClass().getClassLoader()),
				migrationSettings(properties, dialect, environment));
	}

	private static MigrationSettings migrationSettings(MigrationsProperties properties, Dialect dialect,
			Environment environment) {
		String schema = StringUtils.hasText(properties.versionTableSchema()) ? properties.versionTableSchema() : null;
		requireName(dialect, "migrations.version-table", properties.versionTable(), "_pkc");
		requireName(dialect, "migrations.history-table", properties.historyTable(), "_pkey");
		requireName(dialect, "migrations.version-table-schema", schema, "");
		if (properties.versionTable().equals(properties.historyTable())) {
			throw InvalidPropertyException.sameName("migrations.history-table", properties.historyTable());
		}
		if (RELATIVE_TARGET.matcher(properties.target()).matches()) {
			throw InvalidPropertyException.relativeTarget("migrations.target", properties.target());
		}
		return new MigrationSettings(properties.target(), schema, properties.versionTable(), properties.historyTable(),
				properties.transactionMode(), properties.onChecksumMismatch(), properties.lockWaitTimeout(),
				properties.placeholders(), environment.getProperty("spring.application.name"));
	}

	private static void requireName(Dialect dialect, String property, @Nullable String name, String suffix) {
		if (name == null) {
			return;
		}
		try {
			dialect.quote(name);
			dialect.quote(name + suffix);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidPropertyException.name(property, name, suffix, String.valueOf(ex.getMessage()));
		}
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationsInitializer migrationsInitializer(ObjectProvider<Migrations> migrations,
			MigrationsProperties properties) {
		return new MigrationsInitializer(migrations::getObject, properties.onStartup());
	}

	@Bean
	MigrationsSchemaManagementProvider migrationsSchemaManagementProvider(MigrationsDataSourceSelector dataSource) {
		return new MigrationsSchemaManagementProvider(dataSource);
	}

}
