package dev.limbeck.autogenerate;

import java.util.List;

import dev.limbeck.failure.MigrationException;

/**
 * The database is to be compared with the model, and lacks revisions: what they do would
 * be found as differences and written once more.
 *
 * @since 0.1.0
 */
public class DatabaseNotAtHeadsException extends MigrationException {

	private static final int MOST_NAMED = 10;

	DatabaseNotAtHeadsException(String database, List<String> rows, List<String> missing) {
		super("The database " + database + " is at " + (rows.isEmpty() ? "base" : String.join(", ", rows))
				+ " and not at the heads: it lacks " + missing.size() + " revision" + ((missing.size() == 1) ? "" : "s")
				+ ", " + enumerate(missing) + ". Nothing was compared, and nothing was written.",
				"Upgrade it to 'heads' first. Without --from-database the revisions themselves are compared, whatever "
						+ "database there is.");
	}

	private static String enumerate(List<String> ids) {
		return (ids.size() <= MOST_NAMED) ? String.join(", ", ids)
				: String.join(", ", ids.subList(0, MOST_NAMED)) + " and " + (ids.size() - MOST_NAMED) + " more";
	}

}
