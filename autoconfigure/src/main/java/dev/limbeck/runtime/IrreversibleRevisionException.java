package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.revision.MigrationException;

/**
 * A downgrade would have to take back revisions that have no downgrade section.
 *
 * @since 0.1.0
 */
public class IrreversibleRevisionException extends MigrationException {

	private final List<String> revisions;

	IrreversibleRevisionException(List<String> revisions, String message, String action) {
		super(message, action);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return the revisions that stand in the way.
	 * @return their ids, in the order of the downgrade
	 */
	public List<String> getRevisions() {
		return this.revisions;
	}

}
