package dev.limbeck.boot.cli;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.util.StringUtils;

/**
 * Runs a command that compares the application's model within the application's context,
 * before a single bean of the application was made. What comes to life is what the
 * command asks for, such as an entity manager factory with its data source and naming
 * strategies, and nothing else: no scheduler, runner, lifecycle, listener or web server.
 */
final class ModelCommandContext {

	private static final String COMMAND_BEAN = "migrationsModelCommand";

	private ModelCommandContext() {
	}

	/**
	 * Keep the application from starting more than its beans, and these from changing the
	 * database.
	 * @param application the application
	 * @param environment the properties
	 */
	static void restrict(SpringApplication application, ConfigurableEnvironment environment) {
		Map<String, Object> restrictions = new HashMap<>(ApplicationCommandContext.RESTRICTIONS);
		restrictions.put("migrations.autogenerate.in-command", "true");
		// Else Spring Data asks the database which kind it is
		restrictions.put("spring.data.jdbc.dialect", "postgresql");
		environment.getPropertySources().addFirst(new MapPropertySource("migrationsCommandRestrictions", restrictions));
		// It would publish an event that makes listeners of the application
		application.setRegisterShutdownHook(false);
	}

	/**
	 * Prepare a context for the command.
	 * @param context the context, before it is refreshed
	 * @param command runs the command and ends the run
	 */
	static void prepare(ConfigurableApplicationContext context, Runnable command) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		beanFactory.addBeanPostProcessor(new IdleInitializers());
		RootBeanDefinition definition = new RootBeanDefinition(BeforeSingletons.class,
				() -> new BeforeSingletons(command));
		definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		// Nothing but the application's own class is registered yet, so this one is asked
		// early among its kind
		((BeanDefinitionRegistry) beanFactory).registerBeanDefinition(COMMAND_BEAN, definition);
	}

	/**
	 * Runs the command where the context is about to make its singletons.
	 *
	 * @param command the command
	 */
	private record BeforeSingletons(
			Runnable command) implements BeanFactoryInitializer<ConfigurableListableBeanFactory> {

		@Override
		public void initialize(ConfigurableListableBeanFactory beanFactory) {
			removeDatabaseInitializers(beanFactory);
			this.command.run();
		}

		// An entity manager factory depends on everything that fills the database:
		// scripts,
		// other migration tools, the user's own
		private static void removeDatabaseInitializers(ConfigurableListableBeanFactory beanFactory) {
			Set<String> initializers = initializers(beanFactory);
			for (String name : beanFactory.getBeanDefinitionNames()) {
				BeanDefinition definition = beanFactory.getBeanDefinition(name);
				String[] dependsOn = definition.getDependsOn();
				if (dependsOn != null) {
					List<String> others = List.of(dependsOn)
						.stream()
						.filter((each) -> !initializers.contains(each))
						.toList();
					definition.setDependsOn(StringUtils.toStringArray(others));
				}
			}
			beanFactory.clearMetadataCache();
		}

		private static Set<String> initializers(ConfigurableListableBeanFactory beanFactory) {
			ArgumentResolver arguments = ArgumentResolver.of(ConfigurableListableBeanFactory.class, beanFactory);
			Set<String> names = new LinkedHashSet<>();
			SpringFactoriesLoader.forDefaultResourceLocation(beanFactory.getBeanClassLoader())
				.load(DatabaseInitializerDetector.class, arguments)
				.forEach((detector) -> names.addAll(detector.detect(beanFactory)));
			return names;
		}

	}

}
