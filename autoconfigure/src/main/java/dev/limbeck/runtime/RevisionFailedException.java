package dev.limbeck.runtime;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationException;

/**
 * A Java revision threw an exception, or asked for something that cannot be done.
 *
 * @since 0.1.0
 */
public class RevisionFailedException extends MigrationException {

	private final String revision;

	private final SourcePosition position;

	RevisionFailedException(String revision, SourcePosition position, String message, String action) {
		super(message, action);
		this.revision = revision;
		this.position = position;
	}

	RevisionFailedException(String revision, SourcePosition position, String message, String action, Throwable cause) {
		super(message, action, cause);
		this.revision = revision;
		this.position = position;
	}

	static RevisionFailedException refused(String revision, Direction direction, CompiledStatement statement,
			String state) {
		return new RevisionFailedException(revision, statement.position(0),
				"The " + Wording.describe(direction, revision) + " has an operation at " + statement.position(0)
						+ " that PostgreSQL refuses inside a transaction: " + statement.source().operation() + ". "
						+ state,
				"Put it into op.autocommit((outside) -> outside.…): what stands before it is committed then. Or give the "
						+ "class @Revision(transactional = false), if all of it may run outside a transaction.");
	}

	/**
	 * Return the revision that failed.
	 * @return its id
	 */
	public String getRevision() {
		return this.revision;
	}

	/**
	 * Return where it failed.
	 * @return the line of its class
	 */
	public SourcePosition getPosition() {
		return this.position;
	}

}
