package dev.limbeck.autogenerate.shadow;

import java.util.function.Function;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.runtime.ConnectionSource;
import org.jspecify.annotations.Nullable;

/**
 * Where shadow databases come from.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ShadowDatabases {

	/**
	 * Open a shadow database.
	 * @return the database, empty but for what a new one has
	 * @throws ShadowDatabaseException if there can be none
	 */
	ShadowDatabase open();

	/**
	 * Work in a shadow database that is removed afterwards.
	 * @param <T> what comes of the work
	 * @param work the work
	 * @return what comes of it
	 * @throws ShadowDatabaseException if there can be no database, or the process is told
	 * to end
	 */
	default <T> T use(Function<ShadowDatabase, T> work) {
		try (ShadowDatabase shadow = open()) {
			return use(shadow, work);
		}
	}

	private static <T> T use(ShadowDatabase shadow, Function<ShadowDatabase, T> work) {
		try {
			return work.apply(shadow);
		}
		catch (MigrationException ex) {
			if (shadow.isEnding()) {
				throw ShadowDatabaseException.toldToEnd(shadow.description(), ex);
			}
			throw ex;
		}
	}

	/**
	 * Return PostgreSQL servers that are started for it and ended afterwards, of the
	 * binaries that are on the class path.
	 * @param schema the schema that names without one are in, {@code null} for
	 * {@code public}
	 * @return embedded databases
	 */
	static ShadowDatabases embedded(@Nullable String schema) {
		return () -> {
			if (!isEmbeddedPresent()) {
				throw ShadowDatabaseException.notEmbedded();
			}
			return EmbeddedShadow.start(schema, null);
		};
	}

	/**
	 * Tell whether the library that embeds PostgreSQL is on the class path.
	 * @return whether {@link #embedded} can work
	 */
	static boolean isEmbeddedPresent() {
		try {
			Class.forName("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", false,
					ShadowDatabases.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	/**
	 * Return databases that are created on a server and dropped afterwards.
	 * @param server the server, whose user may create databases
	 * @return scratch databases
	 */
	static ShadowDatabases scratch(DatabaseServer server) {
		return () -> ScratchShadow.create(server);
	}

	/**
	 * Return a database that is there for this. It must be empty when it is opened, and
	 * is emptied when it is closed.
	 * @param shadow the connections to it, as its owner
	 * @param application the connections to the application's database, which it must not
	 * be; {@code null} if there is none
	 * @return the database
	 */
	static ShadowDatabases at(ConnectionSource shadow, @Nullable ConnectionSource application) {
		return () -> ExternalShadow.open(shadow, application);
	}

	/**
	 * Return what is used if nothing is said: embedded databases if they can be, else
	 * scratch databases.
	 * @param server the server of the application's database, {@code null} if there is
	 * none
	 * @param schema the schema that names without one are in, {@code null} for
	 * {@code public}
	 * @param version the major version that the revisions are written for, {@code null}
	 * for that of the server; an embedded database of another is warned of
	 * @return the databases
	 */
	static ShadowDatabases standard(@Nullable DatabaseServer server, @Nullable String schema,
			@Nullable Integer version) {
		return () -> {
			if (isEmbeddedPresent()) {
				return EmbeddedShadow.start(schema, ExpectedVersion.of(version, server));
			}
			if (server == null) {
				throw ShadowDatabaseException.none("no database is configured on whose server one could be created");
			}
			return ScratchShadow.create(server);
		};
	}

}
