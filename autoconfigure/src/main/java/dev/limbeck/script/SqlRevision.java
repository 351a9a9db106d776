package dev.limbeck.script;

import java.util.regex.Pattern;

import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is written in SQL: a file that was read and validated.
 *
 * @param revision its place in the graph
 * @param description what stands in the header below the message, empty if nothing
 * @param createDate when it was written, as the header says
 * @param upgrade the way up
 * @param downgrade the way down, or {@code null} if the revision is irreversible
 * @param placeholders whether <code>${name}</code> is a placeholder in it
 * @param timeouts the timeouts that the header names
 * @param checksum the SHA-256 of the upgrade section in hexadecimal: line ends count as
 * {@code \n}, blank lines around the section do not count, nor do the options of its
 * marker, which say how it runs and not what it does
 * @since 0.1.0
 */
public record SqlRevision(Revision revision, String description, @Nullable String createDate, SqlSection upgrade,
		@Nullable SqlSection downgrade, boolean placeholders, RevisionTimeouts timeouts,
		String checksum) implements RevisionScript {

	// The last line goes on behind the string
	private static final Pattern MARKER_START = Pattern.compile("\\W*migrat", Pattern.CASE_INSENSITIVE);

	@Override
	public RevisionFormat format() {
		return RevisionFormat.SQL;
	}

	@Override
	public boolean hasDowngrade() {
		return this.downgrade != null;
	}

	/**
	 * Return whether a character of a string or a name is a line break before what is, or
	 * may be, taken for a marker: in the file as it is, or in a comment.
	 * @param text the text
	 * @param offset where the character is
	 * @return whether it must not be a line break in the file
	 */
	public static boolean isMarker(String text, int offset) {
		if (text.charAt(offset) != '\n') {
			return false;
		}
		int end = text.indexOf('\n', offset + 1);
		String line = text.substring(offset + 1, (end >= 0) ? end : text.length()).strip();
		boolean open = end < 0 && MARKER_START.matcher(line).lookingAt();
		return open || RevisionFileParser.isMarker(line) || RevisionFileParser.isMarker("-- " + line);
	}

}
