package dev.limbeck.revision;

/**
 * An error in the revisions themselves: they do not form a graph.
 *
 * @since 0.1.0
 */
public abstract class RevisionGraphException extends RevisionException {

	RevisionGraphException(String message, String action) {
		super(message, action);
	}

}
