package dev.limbeck.boot.autoconfigure;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.AuthoringProperties.Command;
import dev.limbeck.command.Migrations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.function.SingletonSupplier;

/**
 * The migrations that the properties describe: those of the application, and those of
 * each environment below {@code migrations.environments}. They are made when a command
 * asks for them, of an application that is not started, or of its beans.
 *
 * @since 0.1.0
 */
public final class MigrationsLocator implements AutoCloseable {

	private static final ApplicationBeans NOT_LOOKED_FOR = (types, ownConnection) -> null;

	/** Name of the property source that an application in command mode has. */
	public static final String COMMAND_SOURCE = "migrationsCommand";

	private final ConfigurableEnvironment environment;

	private final ClassLoader classLoader;

	private final MigrationsProperties properties;

	private final AuthoringProperties authoring;

	private final @Nullable ConfigurableApplicationContext context;

	private final boolean model;

	private final ApplicationBeans beans;

	private @Nullable EnvironmentDatabase database;

	private MigrationsLocator(ConfigurableEnvironment environment, ClassLoader classLoader,
			@Nullable ConfigurableApplicationContext context, boolean model, ApplicationBeans beans) {
		this.environment = environment;
		this.classLoader = classLoader;
		this.properties = Binder.get(environment).bindOrCreate("migrations", MigrationsProperties.class);
		this.authoring = AuthoringProperties.of(environment);
		this.context = context;
		this.model = model;
		this.beans = beans;
	}

	/**
	 * Return the migrations of an application that is not started.
	 * @param environment its properties, complete
	 * @param classLoader its classes and resources
	 * @param beans tells of beans that decide on its database
	 * @return the migrations
	 */
	public static MigrationsLocator of(ConfigurableEnvironment environment, ClassLoader classLoader,
			ApplicationBeans beans) {
		return new MigrationsLocator(environment, classLoader, null, false, beans);
	}

	/**
	 * Return the migrations of an application whose beans are there.
	 * @param context the beans
	 * @return the migrations
	 */
	public static MigrationsLocator of(ConfigurableApplicationContext context) {
		return of(context, false);
	}

	/**
	 * Return the migrations of an application of which only the model is wanted. Beans
	 * are made if the comparison needs them; listeners, which are told of steps, are not.
	 * @param context the beans
	 * @return the migrations
	 */
	public static MigrationsLocator ofModel(ConfigurableApplicationContext context) {
		return of(context, true);
	}

	private static MigrationsLocator of(ConfigurableApplicationContext context, boolean model) {
		ClassLoader classLoader = Objects.requireNonNullElseGet(context.getClassLoader(),
				MigrationsLocator.class::getClassLoader);
		return new MigrationsLocator(context.getEnvironment(), classLoader, context, model, NOT_LOOKED_FOR);
	}

	/**
	 * Return what of the application a command starts.
	 * @return the value of {@code migrations.command.context}
	 */
	public Command.Context commandContext() {
		return this.authoring.command().context();
	}

	// Who says that the properties are enough, knows the beans
	private boolean isEnvironmentMeant() {
		return this.environment.getProperty("migrations.command.context") != null;
	}

	/**
	 * Make migrations. The database is not looked for before it is needed.
	 * @param name the name of an environment, or {@code null} for the application's own
	 * @param arguments arguments for scripts and listeners
	 * @return the migrations
	 * @throws dev.limbeck.failure.MigrationException if there is no such environment, or
	 * a property has a value that it cannot have
	 */
	public Migrations open(@Nullable String name, Map<String, String> arguments) {
		if (name != null) {
			PropertyOverlay overlay = PropertyOverlay.of(this.environment, name);
			return assemble(overlay.bind(MigrationsProperties.class), overlay.bind(AuthoringProperties.class), overlay,
					arguments, null);
		}
		Migrations bean = (this.context != null) ? bean(this.context) : null;
		if (bean != null) {
			return bean;
		}
		return assemble(this.properties, this.authoring, UnaryOperator.identity(), arguments,
				(this.context != null) ? new RevisionBeans(this.context.getBeanFactory()) : null);
	}

	// A bean of the user's own; that of the auto-configuration is made anew, for commands
	private static @Nullable Migrations bean(ConfigurableApplicationContext context) {
		String[] names = context.getBeanNamesForType(Migrations.class);
		boolean own = names.length == 1 && context.getBeanFactory().containsBeanDefinition(names[0])
				&& !MigrationsAutoConfiguration.isDefinition(context.getBeanFactory().getBeanDefinition(names[0]));
		return own ? context.getBean(names[0], Migrations.class) : null;
	}

	private Migrations assemble(MigrationsProperties effective, AuthoringProperties authoring,
			UnaryOperator<String> names, Map<String, String> arguments, @Nullable RevisionBeans revisions) {
		MigrationRunnerFactory runners = new MigrationRunnerFactory(effective, authoring, names, this.environment,
				this.classLoader, this.context, revisions, !this.model);
		return new MigrationsFactory(runners, authoring).migrations(dataSource(effective, names), arguments);
	}

	private Supplier<DataSource> dataSource(MigrationsProperties effective, UnaryOperator<String> names) {
		boolean sameDatabase = effective.datasource().equals(this.properties.datasource())
				&& Objects.equals(effective.databaseUrl(), this.properties.databaseUrl())
				&& effective.secret().equals(this.properties.secret());
		ConfigurableApplicationContext beans = this.context;
		if (beans != null && sameDatabase) {
			return SingletonSupplier.of(() -> beans.getBean(MigrationsDataSourceSelector.class).select());
		}
		EnvironmentDatabase found = new EnvironmentDatabase(effective, names, this.environment, this.classLoader,
				isEnvironmentMeant() ? NOT_LOOKED_FOR : this.beans);
		this.database = found;
		return SingletonSupplier.of(found::find);
	}

	/**
	 * End the connections of the migrations that were made last.
	 */
	@Override
	public void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

}
