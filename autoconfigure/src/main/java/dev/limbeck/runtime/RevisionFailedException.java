package dev.limbeck.runtime;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Direction;
import dev.limbeck.script.JavaRevision;

/**
 * A Java revision threw an exception, or asked for something that cannot be done.
 *
 * @since 0.1.0
 */
public class RevisionFailedException extends MigrationException {

	/** What to do about a failure that a revision lives with. */
	static final String SAVEPOINT = "Let the exception of that statement through, or set a savepoint before what may fail "
			+ "(connection().setSavepoint()) and roll back to it, and ";

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
				"The " + StepText.describe(direction, revision) + " has an operation at " + statement.position(0)
						+ " that PostgreSQL refuses inside a transaction: " + statement.source().operation() + ". "
						+ state,
				"Put it into op.autocommit((outside) -> outside.…): what stands before it is committed then. Or give the "
						+ "class @Revision(transactional = false), if all of it may run outside a transaction.");
	}

	// A statement that it sent through its connection, which nobody else knows of
	static RevisionFailedException aborted(JavaRevision revision, Direction direction, String state) {
		String id = revision.revision().id();
		return new RevisionFailedException(id, CallSite.of(revision.className()),
				"The " + StepText.describe(direction, id) + " (" + revision.file()
						+ ") went on behind a statement of its own that had failed, so its transaction can only be "
						+ "rolled back. " + state,
				SAVEPOINT + StepText.again(direction) + ".");
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
