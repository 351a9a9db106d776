package dev.limbeck.runtime;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Is told of each step of a run, in its transaction and outside.
 *
 * <pre>
 *     stepStarted ─► script ─► version row, history ─► versionApplied ─► stepFinished
 *                    └──────────── in the transaction ─────────────┘
 *                                                  COMMIT ─► stepCommitted
 * </pre>
 *
 * @since 0.1.0
 */
public interface MigrationListener {

	/**
	 * A step is about to be carried out. What this throws is logged.
	 * @param progress the step
	 */
	default void stepStarted(StepProgress progress) {
	}

	/**
	 * The script of a step has run and the version table has its new rows, and nothing of
	 * it is committed yet: what is done on the connection here becomes part of the
	 * transaction. Of a step that runs outside a transaction, this is the transaction
	 * that records its end. An exception rolls that transaction back and ends the run.
	 * Must neither commit nor roll back.
	 * @param applied the step and the connection
	 * @throws SQLException if the database refuses something
	 */
	default void versionApplied(AppliedStep applied) throws SQLException {
	}

	/**
	 * A step was carried out; it is committed at the end of the run if that is one
	 * transaction. What this throws is logged.
	 * @param progress the step
	 * @param elapsed how long it took
	 */
	default void stepFinished(StepProgress progress, Duration elapsed) {
	}

	/**
	 * A step was committed. Not called for a run in the caller's own transaction, whose
	 * end only the caller sees. What this throws is logged.
	 * @param committed the step; the connection is in use by the next one
	 */
	default void stepCommitted(StepProgress committed) {
	}

	/**
	 * Return whether {@link #versionApplied} is to be called. A listener that does not
	 * need it leaves the run its shorter way to the next step.
	 * @return whether the listener takes part in transactions
	 */
	default boolean isTransactional() {
		return true;
	}

}
