package dev.limbeck.command;

import dev.limbeck.runtime.AcceptedRevision;
import org.jspecify.annotations.Nullable;

/**
 * A revision that somebody has accepted as it is now.
 *
 * @param revision its id
 * @param message its message
 * @param source its file or class, as messages name it
 * @param checksum the checksum that it is recorded with now, or {@code null} if it has
 * none
 * @param before the checksum that it was recorded with before, or {@code null}
 * @param changed whether anything had to be recorded
 * @since 0.1.0
 */
public record AcceptedEntry(String revision, String message, String source, @Nullable String checksum,
		@Nullable String before, boolean changed) {

	static AcceptedEntry of(AcceptedRevision accepted) {
		return new AcceptedEntry(accepted.revision(), accepted.message(), accepted.source(), accepted.checksum(),
				accepted.before(), accepted.changed());
	}

}
