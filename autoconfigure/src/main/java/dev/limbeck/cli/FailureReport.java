package dev.limbeck.cli;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.limbeck.command.EarlyEnd;
import dev.limbeck.command.FailureKind;
import dev.limbeck.command.ServerRefusal;
import dev.limbeck.failure.MigrationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells why a command failed: in words on the standard error stream and, where the result
 * was to be JSON, as JSON.
 */
final class FailureReport {

	private final CommandRun run;

	private final boolean json;

	FailureReport(CommandRun run, boolean json) {
		this.run = run;
		this.json = json;
	}

	int reportUsage(ParameterException failure) {
		CommandLine command = failure.getCommandLine();
		String name = command.getCommandSpec().qualifiedName();
		String message = CommandTree.restoreNegative(describe(failure));
		int code = reportUsage(name, message, "See '%s --help'.".formatted(name));
		this.run.printStackTrace(failure);
		return code;
	}

	int reportUsage(String name, String message, String action) {
		this.run.complain(name + ": " + message + "\n" + action);
		printJson("usage", message, action);
		return ExitCode.USAGE;
	}

	private static String describe(ParameterException failure) {
		if (failure instanceof UnmatchedArgumentException unmatched) {
			String argument = "'" + unmatched.getUnmatched().get(0) + "'";
			return what(unmatched) + " " + argument + suggestion(unmatched.getSuggestions());
		}
		return String.valueOf(failure.getMessage());
	}

	private static String what(UnmatchedArgumentException failure) {
		if (failure.isUnknownOption()) {
			return "Unknown option";
		}
		return (failure.getCommandLine().getParent() == null) ? "Unknown command" : "Unexpected argument";
	}

	private static String suggestion(List<String> suggestions) {
		return (suggestions.isEmpty()) ? "" : ". Did you mean '%s'?".formatted(suggestions.get(0));
	}

	int report(Exception failure) {
		String message = message(failure);
		String action = action(failure);
		this.run.complain("FAILED: " + message + "\nWhat to do: " + action);
		printJson(failure, message, action);
		this.run.printStackTrace(failure);
		return switch (FailureKind.of(failure)) {
			case LOCK_WAIT_TIMEOUT -> ExitCode.LOCK_NOT_OBTAINED;
			case OTHER -> ExitCode.FAILED;
		};
	}

	private static String message(Exception failure) {
		return (failure instanceof MigrationException) ? String.valueOf(failure.getMessage()) : failure.toString();
	}

	private String action(Exception failure) {
		if (!(failure instanceof MigrationException migrationFailure)) {
			return "Run the command again with --stacktrace to see where this comes from.";
		}
		String hint = this.run.hint(migrationFailure);
		return migrationFailure.getAction() + ((hint != null) ? " " + hint : "");
	}

	// Of the nearest public class, since others come and go
	private static String category(Class<?> type) {
		if (!MigrationException.class.isAssignableFrom(type)) {
			return "unexpected";
		}
		if (!Modifier.isPublic(type.getModifiers())) {
			return category(type.getSuperclass());
		}
		String name = type.getSimpleName().replaceAll("Exception$", "");
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	private void printJson(Exception failure, String message, String action) {
		if (this.json) {
			Map<String, Object> error = error(category(failure.getClass()), message, action);
			EarlyEnd early = EarlyEnd.of(failure);
			if (early != null) {
				error.put("state", early.state());
				error.put("heads", early.heads());
			}
			ServerRefusal refusal = ServerRefusal.of(failure);
			if (refusal != null) {
				error.put("server", shape(refusal));
			}
			this.run.printJson(Map.of("error", error));
		}
	}

	private static Map<String, Object> shape(ServerRefusal refusal) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("sqlState", refusal.sqlState());
		shape.put("message", refusal.message());
		shape.put("detail", refusal.detail());
		shape.put("hint", refusal.hint());
		shape.put("context", refusal.context());
		return shape;
	}

	private void printJson(String category, String message, String action) {
		if (this.json) {
			this.run.printJson(shape(category, message, action));
		}
	}

	/**
	 * Describe a failure of an application that did not get as far as the command.
	 * @param failure the failure
	 * @return the shape of the JSON
	 */
	static Map<String, Object> ofApplication(Throwable failure) {
		String message = (failure.getMessage() != null) ? failure.getMessage() : failure.toString();
		return shape("application", message, "See what the application says on the standard error stream.");
	}

	private static Map<String, Object> shape(String category, String message, String action) {
		return Map.of("error", error(category, message, action));
	}

	private static Map<String, Object> error(String category, String message, String action) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("category", category);
		error.put("message", message);
		error.put("action", action);
		return error;
	}

}
