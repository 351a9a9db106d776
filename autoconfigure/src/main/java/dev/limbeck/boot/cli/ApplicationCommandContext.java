package dev.limbeck.boot.cli;

import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs a command within the application's context, of which only the beans are there that
 * the command needs. It runs where the context would start its lifecycle: after all
 * definitions are known, and before a web server, a scheduler, a listener of messages or
 * a runner can start.
 */
final class ApplicationCommandContext {

	static final Map<String, Object> RESTRICTIONS = Map.of("spring.main.web-application-type", "none",
			"spring.main.lazy-initialization", "true", "spring.jpa.hibernate.ddl-auto", "none",
			"spring.jpa.properties.hibernate.hbm2ddl.auto", "none", "spring.sql.init.mode", "never",
			"spring.jmx.enabled", "false", "migrations.enabled", "true");

	private ApplicationCommandContext() {
	}

	/**
	 * Keep the application from starting more than its beans, and these from changing or
	 * judging a database that is not migrated yet.
	 * @param environment the properties
	 */
	static void restrict(ConfigurableEnvironment environment) {
		environment.getPropertySources().addFirst(new MapPropertySource("migrationsCommandRestrictions", RESTRICTIONS));
	}

	/**
	 * Prepare a context for the command.
	 * @param context the context, before it is refreshed
	 * @param command runs the command and ends the run
	 */
	static void prepare(ConfigurableApplicationContext context, Runnable command) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		beanFactory.addBeanPostProcessor(new IdleInitializers());
		beanFactory.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
				new CommandLifecycle(command));
	}

	/**
	 * Runs the command in the place of the lifecycle.
	 *
	 * @param command the command
	 */
	private record CommandLifecycle(Runnable command) implements LifecycleProcessor {

		@Override
		public void onRefresh() {
			this.command.run();
		}

		@Override
		public void onClose() {
			// Nothing was started.
		}

		@Override
		public void start() {
			// Nothing is started.
		}

		@Override
		public void stop() {
			// Nothing was started.
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
