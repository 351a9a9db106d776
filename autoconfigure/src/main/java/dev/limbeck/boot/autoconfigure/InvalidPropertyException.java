package dev.limbeck.boot.autoconfigure;

import java.time.Duration;
import java.util.Collection;

import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.failure.MigrationException;

import org.springframework.boot.context.properties.bind.BindException;

/**
 * A property has a value that it cannot have.
 */
final class InvalidPropertyException extends MigrationException {

	private InvalidPropertyException(String property, String problem, String action) {
		super("The property " + property + " " + problem + ". Nothing was run.", action);
	}

	static InvalidPropertyException unknownValue(String property, String value, String known) {
		return new InvalidPropertyException(property,
				"has the value '" + value + "', which is not one of those it knows", "Use one of " + known + ".");
	}

	static InvalidPropertyException unknownEnvironment(String name, Collection<String> known) {
		return new InvalidPropertyException("migrations.environments",
				"knows no environment '" + name.replaceAll("\\p{Cntrl}", "?") + "'",
				known.isEmpty() ? "Set migrations.environments.<name>.*, or leave -n out."
						: "Use one of " + String.join(", ", known) + ", or leave -n out for the application's own.");
	}

	static InvalidPropertyException unbound(String property, BindException failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return new InvalidPropertyException(property, "has a value that it cannot have: " + cause.getMessage(),
				"Correct the value.");
	}

	static InvalidPropertyException relativeTarget(String property, String target) {
		return new InvalidPropertyException(property,
				"has the value '" + target
						+ "', which is relative: each start, and each replica, would go on from where "
						+ "the one before has stopped",
				"Name a revision, a branch label, 'head' or 'heads'. A single step is what the command 'upgrade "
						+ target + "' is for.");
	}

	static InvalidPropertyException timeout(String property, Duration timeout) {
		return new InvalidPropertyException(property,
				"has the value '" + timeout + "', which is no timeout that PostgreSQL can have",
				"Use a whole number of milliseconds of at most 24 days, such as 3s, or 0 for no timeout.");
	}

	static InvalidPropertyException count(String property, int count) {
		return new InvalidPropertyException(property, "has the value '" + count + "', which is less than none",
				"Use a number such as 3, or 0 for what the system of the server does.");
	}

	static InvalidPropertyException naming(String property, IllegalArgumentException failure) {
		return new InvalidPropertyException(property, "has a pattern that names nothing: " + failure.getMessage(),
				"Use tokens such as %(table_name)s and %(column_0_N_name)s.");
	}

	static InvalidPropertyException serverVersion(String property, UnwritableOperationException failure) {
		return new InvalidPropertyException(property,
				"cannot be met: " + String.valueOf(failure.getMessage()).replaceFirst("\\.$", ""), failure.getAction());
	}

	static InvalidPropertyException sameName(String property, String name) {
		return new InvalidPropertyException(property, "names the version table, '" + name + "'",
				"Give the history a table of its own.");
	}

	static InvalidPropertyException name(String property, String name, String suffix, String problem) {
		return new InvalidPropertyException(property,
				"does not name what PostgreSQL can have, '" + name.replace("\0", "\\0") + "'"
						+ (suffix.isEmpty() ? "" : " (to which '" + suffix + "' is added for its primary key)") + ": "
						+ problem.replace("\0", "\\0"),
				"Set " + property + " to a name of at most " + (63 - suffix.length())
						+ " bytes, not empty and without NUL characters.");
	}

}
