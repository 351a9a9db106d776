package dev.limbeck.autogenerate;

import dev.limbeck.failure.MigrationException;

/**
 * There is nothing to compare the database with.
 *
 * @since 0.1.0
 */
public class NoTargetMetadataException extends MigrationException {

	/** What there could be to compare with. */
	public static final String SOURCES = "JPA entities, Spring Data JDBC entities, a Schema bean, or a file of SQL that "
			+ "migrations.autogenerate.schema-file names";

	NoTargetMetadataException() {
		super("The application does not say which schema it wants, so there is nothing to compare with. "
				+ "Nothing was written.",
				"What can be compared is: " + SOURCES + ". A program gives Migrations.builder() its target metadata.");
	}

}
