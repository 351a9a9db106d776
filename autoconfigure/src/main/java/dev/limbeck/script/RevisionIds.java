package dev.limbeck.script;

import java.util.List;
import java.util.UUID;

import dev.limbeck.revision.Revision;

/**
 * Ids of new revisions.
 *
 * @since 0.1.0
 */
public final class RevisionIds {

	private static final int LENGTH = 12;

	private RevisionIds() {
	}

	/**
	 * Return a new id, as Alembic makes them: the random end of a UUID.
	 * @return twelve lower-case hexadecimal digits
	 */
	public static String random() {
		String digits = UUID.randomUUID().toString();
		return digits.substring(digits.length() - LENGTH);
	}

	/**
	 * See that an id can be that of a revision.
	 * @param id the id
	 * @return the id
	 * @throws dev.limbeck.revision.IllegalRevisionIdException if it could not be written
	 * as a target
	 * @throws RevisionWritingException if it is too long for the version table
	 */
	public static String require(String id) {
		new Revision(id, List.of(), List.of(), List.of(), "", "the new revision");
		if (id.length() > RevisionHeader.MAXIMUM_ID_LENGTH) {
			throw new RevisionWritingException(
					"The revision id '" + id + "' is longer than " + RevisionHeader.MAXIMUM_ID_LENGTH
							+ " characters, the width of the version table",
					"Choose a shorter id; twelve characters are usual.");
		}
		return id;
	}

}
