package dev.limbeck.boot.cli;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Switches the application into command mode if the first argument that is no option is
 * {@code migrations}, and refuses to start it if that word was to be there. It comes
 * last, so that the Environment is complete.
 */
class MigrationsRunListener implements SpringApplicationRunListener {

	static final String COMMAND_WORD = "migrations";

	private final @Nullable CommandMode mode;

	private final @Nullable MistypedCommand mistyped;

	MigrationsRunListener(SpringApplication application, String[] args) {
		this.mode = isCommand(args) ? new CommandMode(application, CommandArguments.of(args)) : null;
		this.mistyped = (this.mode == null && hasWords(args)) ? MistypedCommand.in(args) : null;
	}

	// As Spring tells options from others: a lone -- ends them
	private static boolean isCommand(String[] args) {
		boolean options = true;
		for (String arg : args) {
			if (!options || !arg.startsWith("--")) {
				return arg.equals(COMMAND_WORD);
			}
			options = !arg.equals("--");
		}
		return false;
	}

	private static boolean hasWords(String[] args) {
		for (String arg : args) {
			if (!arg.startsWith("-")) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		if (this.mode != null) {
			this.mode.begin();
		}
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.mistyped != null) {
			this.mistyped.refuse(bootstrapContext);
		}
		if (this.mode != null) {
			this.mode.environmentIsReady(bootstrapContext, environment);
		}
	}

	@Override
	public void contextLoaded(ConfigurableApplicationContext context) {
		if (this.mode != null) {
			this.mode.contextIsLoaded(context);
		}
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.mode != null) {
			this.mode.fail(exception);
		}
	}

}
