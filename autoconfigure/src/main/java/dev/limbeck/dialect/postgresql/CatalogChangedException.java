package dev.limbeck.dialect.postgresql;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Something was dropped between two queries of an inspection. The rows of the catalog are
 * of one state of the database, but what the server prints of them is of the latest.
 */
final class CatalogChangedException extends SQLException {

	private static final long serialVersionUID = 1L;

	private static final String SERIALIZATION_FAILURE = "40001";

	CatalogChangedException() {
		this(null);
	}

	CatalogChangedException(@Nullable SQLException cause) {
		super("The database was changed while it was read. Try again.", SERIALIZATION_FAILURE, cause);
	}

}
