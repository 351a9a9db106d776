package dev.limbeck.boot.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.cli.MigrationsCli;
import dev.limbeck.text.EditDistance;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;

/**
 * Arguments that were to be a command, but in which the word {@code migrations} is
 * misspelled or stands where Spring Boot sees another word first. Without a refusal the
 * application would start, and upgrade the database, whatever was asked for.
 *
 * @param message what is wrong
 * @param args all arguments
 */
record MistypedCommand(String message, List<String> args) {

	/** Options of the command line whose value is the next argument. */
	private static final Set<String> OPTIONS_WITH_VALUE = Set.of("-n", "--name", "-x");

	static @Nullable MistypedCommand in(String[] args) {
		Iterator<String> remaining = List.of(args).iterator();
		while (remaining.hasNext()) {
			String word = remaining.next();
			String[] joined = word.split("[=:]", 2);
			if (joined.length == 2 && isNearlyTheWord(joined[0]) && isNearlyACommand(joined[1])) {
				return new MistypedCommand(
						"Unknown word '%s'. Did you mean 'migrations %s'?".formatted(word, joined[1]), List.of(args));
			}
			if (isValued(word) && remaining.hasNext()) {
				remaining.next();
			}
			else if (isNearlyTheWord(word)) {
				String command = firstWord(remaining);
				return (command != null && isNearlyACommand(command))
						? new MistypedCommand(describe(word, command), List.of(args)) : null;
			}
			// "$UNSET" in a script is an empty argument
			else if (!word.startsWith("-") && !word.isBlank()) {
				return null;
			}
		}
		return null;
	}

	// A property of Spring Boot's as other programs take their options: --a.b value
	private static boolean isValued(String arg) {
		return arg.startsWith("--") && arg.indexOf('.') > 0 && arg.indexOf('=') < 0;
	}

	private static boolean isNearlyTheWord(String arg) {
		String word = arg.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
		return word.equals("migrate") || EditDistance.between(word, MigrationsRunListener.COMMAND_WORD) <= 2;
	}

	private static @Nullable String firstWord(Iterator<String> args) {
		while (args.hasNext()) {
			String arg = args.next();
			if (OPTIONS_WITH_VALUE.contains(arg) && args.hasNext()) {
				args.next();
			}
			else if (!arg.startsWith("-")) {
				return arg;
			}
		}
		return null;
	}

	// Of a short word, two letters are too many
	private static boolean isNearlyACommand(String arg) {
		String word = arg.toLowerCase(Locale.ROOT).replace('-', '_');
		for (String command : MigrationsCli.commands()) {
			if (EditDistance.between(word, command) <= ((command.length() < 7) ? 1 : 2)) {
				return true;
			}
		}
		return false;
	}

	private static String describe(String word, String command) {
		if (word.equals(MigrationsRunListener.COMMAND_WORD)) {
			return "The word 'migrations' is not the first argument that is no option, so that '%s' would not be run"
				.formatted(command);
		}
		return "Unknown word '%s' before '%s'. Did you mean 'migrations %s'?".formatted(word, command, command);
	}

	/**
	 * End the process before anything of the application was started.
	 * @param context where another process may be registered
	 */
	void refuse(ConfigurableBootstrapContext context) {
		CommandProcess process = Objects
			.requireNonNull(context.getOrElseSupply(CommandProcess.class, JvmProcess::current));
		int code = MigrationsCli.refuse(process.out(), process.err(), this.message,
				"The application was not started. Before 'migrations' stand only options of the form --name=value; "
						+ "see 'migrations --help'.",
				this.args.toArray(String[]::new));
		process.exit(code);
		throw new CompletedCommandException(code);
	}

}
