package dev.limbeck.script;

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
 * @param checksum the SHA-256 of the upgrade section in hexadecimal: line ends count as
 * {@code \n}, blank lines around the section do not count, nor do the options of its
 * marker, which say how it runs and not what it does
 * @since 0.1.0
 */
public record SqlRevision(Revision revision, String description, @Nullable String createDate, SqlSection upgrade,
		@Nullable SqlSection downgrade, boolean placeholders, String checksum) implements RevisionScript {

	@Override
	public RevisionFormat format() {
		return RevisionFormat.SQL;
	}

	@Override
	public boolean hasDowngrade() {
		return this.downgrade != null;
	}

}
