package dev.limbeck.boot.autoconfigure;

import java.util.Map;

import javax.sql.DataSource;

import dev.limbeck.command.Migrations;
import dev.limbeck.runtime.MigrationRunner;
import org.postgresql.PGConnection;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;

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

	// Made when something asks for it: a start does without, see RunnerStartup
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Migrations migrations(ConfigurableApplicationContext context, MigrationsProperties properties,
			MigrationsDataSourceSelector dataSource) {
		return new MigrationsFactory(MigrationRunnerFactory.of(context, properties),
				AuthoringProperties.of(context.getEnvironment()))
			.migrations(dataSource::select, Map.of());
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationsInitializer migrationsInitializer(ConfigurableApplicationContext context, MigrationsProperties properties,
			MigrationsDataSourceSelector dataSource, ObjectProvider<Migrations> migrations) {
		if (!isMigrationsOfThis(context.getBeanFactory())) {
			return new MigrationsInitializer(migrations::getObject, properties.onStartup());
		}
		MigrationRunner runner = MigrationRunnerFactory.of(context, properties).runner();
		return new MigrationsInitializer(new RunnerStartup(runner, new PooledConnectionSource(dataSource::select)),
				properties.onStartup());
	}

	private static boolean isMigrationsOfThis(ConfigurableListableBeanFactory beanFactory) {
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, Migrations.class, true,
				false);
		return names.length == 1 && beanFactory.containsBeanDefinition(names[0])
				&& isDefinition(beanFactory.getBeanDefinition(names[0]));
	}

	/**
	 * Tell whether a bean is one of this auto-configuration, and not one of the user.
	 * @param definition the definition of the bean
	 * @return whether a method of this class makes it
	 */
	static boolean isDefinition(BeanDefinition definition) {
		return MigrationsAutoConfiguration.class.getName().equals(definition.getFactoryBeanName());
	}

	@Bean
	MigrationsSchemaManagementProvider migrationsSchemaManagementProvider(MigrationsDataSourceSelector dataSource) {
		return new MigrationsSchemaManagementProvider(dataSource);
	}

}
