package dev.limbeck.script;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import dev.limbeck.revision.RevisionDraft;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be written.
 *
 * @param draft its place in the graph
 * @param message its message; further lines become the description
 * @param upgrades the SQL of the upgrade, statement by statement; none for the user to
 * write
 * @param downgrades the SQL of the downgrade; {@code null} makes the revision
 * irreversible
 * @param createDate when it was made
 * @since 0.1.0
 */
public record NewRevision(RevisionDraft draft, String message, List<String> upgrades, @Nullable List<String> downgrades,
		Instant createDate) {

	/** The message of a revision that was given none, Alembic's. */
	public static final String DEFAULT_MESSAGE = "empty message";

	private static final Pattern SECTION = Pattern.compile("(?im)^\\s*--\\s*migrate:\\s*(upgrade|downgrade)\\b");

	/**
	 * Create a new revision.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param upgrades the SQL of the upgrade
	 * @param downgrades the SQL of the downgrade
	 * @param createDate when it was made
	 */
	public NewRevision {
		upgrades = List.copyOf(upgrades);
		upgrades.forEach(NewRevision::refuseSection);
		if (downgrades != null) {
			downgrades = List.copyOf(downgrades);
			downgrades.forEach(NewRevision::refuseSection);
		}
	}

	private static void refuseSection(String statement) {
		if (SECTION.matcher(statement).find()) {
			throw new RevisionWritingException(
					"The SQL has a line that starts like the marker of a section: " + statement.strip(),
					"Break the line differently: '-- migrate:' at the start of a line always is a marker.");
		}
	}

	/**
	 * Create a revision whose sections are for the user to write.
	 * @param draft the place in the graph
	 * @param message the message
	 * @param createDate when it was made
	 * @return the revision
	 */
	public static NewRevision empty(RevisionDraft draft, String message, Instant createDate) {
		return new NewRevision(draft, message, List.of(), List.of(), createDate);
	}

}
