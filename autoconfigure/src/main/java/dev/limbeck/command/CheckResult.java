package dev.limbeck.command;

import java.util.List;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.failure.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param problems what is wrong; none if all is well
 * @param notes what is not wrong and still worth knowing, a sentence each
 * @param revisions the number of revisions, 0 if they cannot be read
 * @param heads the ids of the heads by down revision, none if the revisions cannot be
 * read
 * @param database the URL of the database that was asked, without parameters and
 * credentials, or {@code null} if none was
 * @param differences what differs between what the application's model asks for and what
 * the revisions make, or the database has
 * @param kept what is there and the mapping of its table cannot say, which is no
 * difference
 * @param comparedWith what the model was compared with, or {@code null} if it was not
 * @since 0.1.0
 */
public record CheckResult(List<Problem> problems, List<String> notes, int revisions, List<String> heads,
		@Nullable String database, List<ModelDifference> differences, List<UnmappedObject> kept,
		@Nullable String comparedWith) {

	/**
	 * Create a result.
	 * @param problems what is wrong
	 * @param notes what is worth knowing
	 * @param revisions the number of revisions
	 * @param heads the heads
	 * @param database the database
	 * @param differences what differs from the model
	 * @param kept what no mapping says
	 * @param comparedWith what the model was compared with
	 */
	public CheckResult {
		problems = List.copyOf(problems);
		notes = List.copyOf(notes);
		heads = List.copyOf(heads);
		differences = List.copyOf(differences);
		kept = List.copyOf(kept);
	}

	/**
	 * Return whether nothing is wrong.
	 * @return whether there are no problems
	 */
	public boolean passed() {
		return this.problems.isEmpty();
	}

	/**
	 * Something that is wrong.
	 *
	 * @param kind what sort of problem it is
	 * @param message what is wrong, and where
	 * @param action what to do next
	 * @param failure what was thrown, or {@code null} if the check itself found it
	 */
	public record Problem(Kind kind, String message, String action, @Nullable MigrationException failure) {

		Problem(Kind kind, String message, String action) {
			this(kind, message, action, null);
		}

	}

	/**
	 * A sort of problem.
	 */
	public enum Kind {

		/** The revisions cannot be read, or do not form a graph. */
		REVISIONS,

		/** A script cannot be run as it is written. */
		SCRIPT,

		/** There are several heads. */
		MULTIPLE_HEADS,

		/** The database was to be asked and did not answer. */
		DATABASE,

		/** The version table names a revision that is not there, or has lost its rows. */
		VERSION_TABLE,

		/** The configured target stands for no revision, or for several. */
		TARGET,

		/** An applied revision was edited afterwards. */
		CHECKSUM,

		/** A revision counts as applied and was never run. */
		MISSING,

		/** A revision was interrupted. */
		UNFINISHED,

		/** The database lacks revisions that its target needs. */
		PENDING,

		/** The model was to be compared, and cannot be. */
		COMPARISON,

		/** The model asks for something else than the revisions make. */
		MODEL

	}

}
