package dev.limbeck.boot.autoconfigure;

import java.util.Map;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import dev.limbeck.command.Migrations;
import org.postgresql.PGConnection;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ResourceLoader;
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
			ResourceLoader resourceLoader, ConfigurableEnvironment environment,
			ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = resourceLoader.getClassLoader();
		return new MigrationsFactory(properties, UnaryOperator.identity(), environment,
				(classLoader != null) ? classLoader : getClass().getClassLoader(), beanFactory,
				new RevisionBeans(beanFactory), true)
			.migrations(SingletonSupplier.of(dataSource::select), Map.of());
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
