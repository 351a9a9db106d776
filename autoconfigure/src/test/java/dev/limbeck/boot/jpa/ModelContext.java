package dev.limbeck.boot.jpa;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Applications with JPA, and what a command gets out of them.
 */
final class ModelContext {

	private ModelContext() {
	}

	/**
	 * Return an application as a command starts it, whose database cannot be connected
	 * to.
	 * @param configuration the application
	 * @return the application
	 */
	static ApplicationContextRunner command(Class<?> configuration) {
		return application(configuration, new NoConnections()).withPropertyValues("spring.jpa.hibernate.ddl-auto=none",
				BootModels.IN_COMMAND + "=true");
	}

	/**
	 * Return an application.
	 * @param configuration the application
	 * @param dataSource its database
	 * @return the application
	 */
	static ApplicationContextRunner application(Class<?> configuration, DataSource dataSource) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class,
					TransactionAutoConfiguration.class, JpaMetadataAutoConfiguration.class))
			.withUserConfiguration(configuration)
			.withBean(DataSource.class, () -> dataSource)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));
	}

	static Schema schema(Class<?> configuration, int serverVersion, String... properties) {
		return read(command(configuration).withPropertyValues(properties),
				(beans) -> beans.getBeanProvider(TargetMetadata.class).getObject().schema(serverVersion));
	}

	/**
	 * Read something where a command would: when all definitions are known, and before
	 * Spring makes the entity manager factories.
	 * @param application the application
	 * @param reading reads it
	 * @param <T> what it is
	 * @return what was read
	 */
	static <T> T read(ApplicationContextRunner application, Function<ListableBeanFactory, T> reading) {
		AtomicReference<T> result = new AtomicReference<>();
		BeanFactoryInitializer<ListableBeanFactory> command = (beans) -> result.set(reading.apply(beans));
		application.withBean("command", BeanFactoryInitializer.class, () -> command).run((context) -> {
			if (context.getStartupFailure() instanceof RuntimeException failure) {
				throw failure;
			}
		});
		return result.get();
	}

	/**
	 * A database that must not be asked for.
	 */
	static final class NoConnections extends AbstractDataSource {

		@Override
		public Connection getConnection() {
			throw new IllegalStateException("Nobody is to open a connection");
		}

		@Override
		public Connection getConnection(String username, String password) {
			return getConnection();
		}

	}

}
