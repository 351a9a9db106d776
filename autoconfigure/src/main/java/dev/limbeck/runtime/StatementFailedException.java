package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.text.HarmlessText;
import org.jspecify.annotations.Nullable;

/**
 * The server refused a statement of a revision.
 *
 * @since 0.1.0
 */
public class StatementFailedException extends MigrationException implements RefusedByServer {

	private final String revision;

	private final SourcePosition position;

	private final ServerError error;

	private final boolean transactional;

	private final boolean connectionLost;

	private final List<String> attempts = new ArrayList<>();

	StatementFailedException(MigrationStep step, SourcePosition position, String statement, ServerError error,
			boolean showDetail, String state, String action, boolean transactional, boolean connectionLost) {
		super(describe(step, position, statement, error.describe(showDetail), state), action);
		this.revision = step.historyId();
		this.position = position;
		this.error = error.shown(showDetail);
		this.transactional = transactional;
		this.connectionLost = connectionLost;
	}

	private static String describe(MigrationStep step, SourcePosition position, String statement, String error,
			String state) {
		return "The " + StepText.describe(step) + " failed at " + position + ": " + error + "\nStatement: " + statement
				+ "\n" + state;
	}

	boolean isTransactional() {
		return this.transactional;
	}

	// How often it was run before this was the end
	void addAttempts(String attempts) {
		this.attempts.add("\n" + HarmlessText.lines(attempts));
	}

	@Override
	public String getMessage() {
		return super.getMessage() + String.join("", this.attempts);
	}

	boolean isConnectionLost() {
		return this.connectionLost;
	}

	/**
	 * Return the revision that failed.
	 * @return its id
	 */
	public String getRevision() {
		return this.revision;
	}

	/**
	 * Return where in its file: the place that the server named, or the start of the
	 * statement.
	 * @return the position
	 */
	public SourcePosition getPosition() {
		return this.position;
	}

	@Override
	public ServerError getServerError() {
		return this.error;
	}

	/**
	 * Return what kind of error it was.
	 * @return the SQLSTATE, or {@code null} if there is none
	 */
	public @Nullable String getSqlState() {
		return this.error.sqlState();
	}

}
