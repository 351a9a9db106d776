package dev.limbeck.boot.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.boot.autoconfigure.ApplicationBeans;
import dev.limbeck.boot.autoconfigure.AuthoringProperties.Command.Context;
import dev.limbeck.boot.autoconfigure.MigrationsLocator;
import dev.limbeck.boot.autoconfigure.UnknownProperties;
import dev.limbeck.cli.MigrationsCli;
import dev.limbeck.cli.MigrationsSource;
import dev.limbeck.runtime.ForeignFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * One run of an application in command mode. The command runs as soon as the Environment
 * is ready, or in the context of the application if that is asked for, and the process
 * ends.
 */
final class CommandMode {

	/** Loads in the background what only a running application needs. */
	private static final String PREINITIALIZER = "org.springframework.boot.autoconfigure.preinitialize."
			+ "BackgroundPreinitializingApplicationListener";

	private final SpringApplication application;

	private final CommandArguments arguments;

	private @Nullable PrintStream standardOutput;

	private @Nullable CommandProcess process;

	private boolean model;

	CommandMode(SpringApplication application, CommandArguments arguments) {
		this.application = application;
		this.arguments = arguments;
		// Now, for with the first event it is too late
		application.setListeners(application.getListeners()
			.stream()
			.filter((listener) -> !listener.getClass().getName().equals(PREINITIALIZER))
			.toList());
	}

	/**
	 * Keep everything but results away from the standard output: consoles of every
	 * logging system print to the stream that is set here before they are configured.
	 */
	void begin() {
		this.standardOutput = System.out;
		System.setOut(System.err);
		// Before the Environment is made: Boot would convert one for the web afterwards,
		// and drop its default profiles
		this.application.setWebApplicationType(WebApplicationType.NONE);
		this.application.addListeners(new CommandDefaults(this.arguments.debug()));
	}

	/**
	 * Run the command, unless it needs the application.
	 * @param bootstrapContext where another process may be registered
	 * @param environment the properties, complete
	 */
	void environmentIsReady(ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
		this.process = bootstrapContext.getOrElseSupply(CommandProcess.class, JvmProcess::current);
		new UnknownProperties(environment).report();
		ClassLoader classLoader = this.application.getClassLoader();
		MigrationsLocator migrations = MigrationsLocator.of(environment, classLoader,
				applicationBeans(classLoader, environment));
		this.model = needsModel();
		boolean context = this.model || migrations.commandContext() == Context.APPLICATION;
		if (context && !AheadOfTime.switchOff()) {
			exit(run((options) -> {
				throw new NativeImageException();
			}));
		}
		if (this.model) {
			ModelCommandContext.restrict(this.application, environment);
			return;
		}
		if (context) {
			ApplicationCommandContext.restrict(environment);
			return;
		}
		int code = run(new MigrationsSourceLocator(migrations, false));
		migrations.close();
		exit(code);
	}

	private ApplicationBeans applicationBeans(ClassLoader classLoader, ConfigurableEnvironment environment) {
		ApplicationBeans compose = new ComposeServices(classLoader, environment, Path.of(""));
		ApplicationBeans declared = new DatabaseBeans(classLoader, sources(), environment);
		return (types, ownConnection) -> {
			String found = compose.find(types, ownConnection);
			return (found != null) ? found : declared.find(types, ownConnection);
		};
	}

	// In a native image no class can be looked at
	private boolean needsModel() {
		if (!MigrationsCli.comparesModel(commandArguments())) {
			return false;
		}
		return NativeDetector.inNativeImage() || new ModelSources(this.application.getClassLoader(), sources()).mayBe();
	}

	private List<Class<?>> sources() {
		List<Class<?>> sources = new ArrayList<>();
		for (Object source : this.application.getAllSources()) {
			if (source instanceof Class<?> type) {
				sources.add(type);
			}
		}
		return sources;
	}

	/**
	 * Run the command in a context: before its beans are made if it compares the model,
	 * else once they are there.
	 * @param context the context, before it is refreshed
	 */
	void contextIsLoaded(ConfigurableApplicationContext context) {
		if (this.model) {
			ModelCommandContext.prepare(context, () -> {
				MigrationsLocator migrations = MigrationsLocator.ofModel(context);
				int code = run(new MigrationsSourceLocator(migrations, true));
				migrations.close();
				context.getBeanFactory().destroySingletons();
				exit(code);
			});
			return;
		}
		ApplicationCommandContext.prepare(context, () -> {
			MigrationsLocator migrations = MigrationsLocator.of(context);
			int code = run(new MigrationsSourceLocator(migrations, true));
			migrations.close();
			context.close();
			exit(code);
		});
	}

	private int run(MigrationsSource source) {
		CommandProcess current = process();
		MigrationsCli cli = new MigrationsCli(source, current.out(), current.err(), current.in(), System.getenv());
		return cli.run(commandArguments());
	}

	private String[] commandArguments() {
		return this.arguments.command().toArray(String[]::new);
	}

	private void exit(int code) {
		end();
		process().exit(code);
		throw new CompletedCommandException(code);
	}

	private CommandProcess process() {
		return Objects.requireNonNull(this.process, "The Environment is ready first");
	}

	/**
	 * Tell of the failure where JSON was wanted, and give the standard output back if the
	 * JVM goes on. If it ends, Spring Boot still has to report the failure.
	 * @param failure why the application did not get as far as the command
	 */
	void fail(Throwable failure) {
		CommandProcess current = (this.process != null) ? this.process : JvmProcess.current();
		MigrationsCli.reportFailedStart(current.out(), ForeignFailure.masked(failure), commandArguments());
		if (!(current instanceof JvmProcess)) {
			end();
		}
	}

	private void end() {
		AheadOfTime.restore();
		PrintStream before = this.standardOutput;
		if (before != null) {
			System.setOut(before);
			this.standardOutput = null;
		}
	}

}
