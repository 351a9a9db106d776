package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.RefusedByServer;
import dev.limbeck.runtime.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * A file of SQL that says what the database is to have cannot be read, or cannot be run
 * in a shadow database.
 *
 * @since 0.1.0
 */
public final class SchemaFileException extends MigrationException implements RefusedByServer {

	private static final String UNTOUCHED = " Your database was not changed.";

	private final @Nullable ServerError error;

	private SchemaFileException(String message, String action) {
		super(message + UNTOUCHED, action);
		this.error = null;
	}

	private SchemaFileException(String message, String action, Throwable cause) {
		this(message, action, cause, null);
	}

	private SchemaFileException(String message, String action, Throwable cause, @Nullable ServerError error) {
		super(message + UNTOUCHED, action, cause);
		this.error = error;
	}

	/**
	 * Say that there is no such file.
	 * @param location the location
	 * @return the exception
	 */
	public static SchemaFileException notFound(String location) {
		return new SchemaFileException("There is no schema file at '" + location + "'.",
				"Write the file, or set migrations.autogenerate.schema-file to where it is, such as "
						+ "classpath:db/schema.sql or file:src/main/resources/db/schema.sql.");
	}

	/**
	 * Say that a location is neither on the class path nor a file: what is there would be
	 * run.
	 * @param location the location
	 * @return the exception
	 */
	public static SchemaFileException notLocal(String location) {
		return new SchemaFileException(
				"The schema file '" + location.substring(0, location.indexOf(':') + 1)
						+ "…' is neither on the class path nor a file.",
				"Copy it, and set migrations.autogenerate.schema-file to where it is then, such as "
						+ "classpath:db/schema.sql or file:src/main/resources/db/schema.sql.");
	}

	/**
	 * Say that a file cannot be read.
	 * @param location the location
	 * @param cause why not
	 * @return the exception
	 */
	public static SchemaFileException unreadable(String location, Exception cause) {
		return new SchemaFileException("The schema file '" + location + "' cannot be read: " + cause.getMessage() + ".",
				"Make it readable, and store it in UTF-8.", cause);
	}

	static SchemaFileException invalid(SourcePosition position, SqlSyntaxException cause) {
		return new SchemaFileException("The schema file is not valid at " + position + ": " + cause.getProblem() + ".",
				cause.getAdvice() + ".", cause);
	}

	static SchemaFileException refused(SourcePosition position, ServerError error, String statement,
			ShadowDatabase shadow, Throwable cause) {
		String message = "The schema file failed at " + position + " in the shadow database (" + shadow.description()
				+ "): " + error.describe(false) + "\nStatement: " + statement + "\nNothing was compared.";
		return new SchemaFileException(message, ShadowDatabaseException.advice(shadow, error,
				"Mend the statement. A file that pg_dump has written needs its options --schema-only, --no-owner "
						+ "and --no-privileges."),
				cause, error.shown(false));
	}

	@Override
	public @Nullable ServerError getServerError() {
		return this.error;
	}

}
