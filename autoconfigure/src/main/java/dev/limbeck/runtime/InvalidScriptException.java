package dev.limbeck.runtime;

import dev.limbeck.revision.MigrationException;

/**
 * The SQL of a revision cannot be run as it is written, which was seen before anything
 * ran.
 *
 * @since 0.1.0
 */
public class InvalidScriptException extends MigrationException {

	private final SourcePosition position;

	InvalidScriptException(SourcePosition position, String problem, String action) {
		super(position + ": " + problem + ". Nothing was run.", action);
		this.position = position;
	}

	/**
	 * Return where the problem is.
	 * @return the position
	 */
	public SourcePosition getPosition() {
		return this.position;
	}

}
