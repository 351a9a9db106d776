package dev.limbeck.revision;

/**
 * An error in a target: it stands for no revision, for several where one is wanted, or
 * for one that cannot be reached.
 *
 * @since 0.1.0
 */
public abstract class TargetException extends RevisionException {

	TargetException(String message, String action) {
		super(message, action);
	}

}
