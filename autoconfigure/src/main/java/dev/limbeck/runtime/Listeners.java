package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.limbeck.revision.MigrationStep;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Those who are told of the steps of a run. Only what happens in a transaction can stop
 * it.
 */
final class Listeners {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	private final List<MigrationListener> all;

	private final List<MigrationListener> transactional;

	private final RunArguments arguments;

	Listeners(List<MigrationListener> listeners, RunArguments arguments) {
		this.all = Stream.concat(Stream.of(new StepLog()), listeners.stream()).toList();
		this.transactional = listeners.stream().filter(MigrationListener::isTransactional).toList();
		this.arguments = arguments;
	}

	boolean isTransactional() {
		return !this.transactional.isEmpty();
	}

	RunArguments arguments() {
		return this.arguments;
	}

	void started(StepProgress progress) {
		tell((listener) -> listener.stepStarted(progress));
	}

	void finished(StepProgress progress, Duration elapsed) {
		tell((listener) -> listener.stepFinished(progress, elapsed));
	}

	void committed(StepProgress progress) {
		tell((listener) -> listener.stepCommitted(progress));
	}

	private void tell(Consumer<MigrationListener> event) {
		for (MigrationListener listener : this.all) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("The migration listener " + listener.getClass().getName() + " failed; the run goes on",
						ForeignFailure.masked(ex));
			}
		}
	}

	// Call the listeners within the transaction of a step
	void applied(Connection connection, MigrationStep step, Supplier<String> stateAfterFailure) {
		if (this.transactional.isEmpty()) {
			return;
		}
		AppliedStep applied = new AppliedStep(connection, step, step.headsAfter(), this.arguments);
		for (MigrationListener listener : this.transactional) {
			try {
				listener.versionApplied(applied);
			}
			catch (SQLException | RuntimeException ex) {
				throw new ListenerFailedException(
						"The migration listener " + listener.getClass().getName() + " failed in the transaction of the "
								+ StepText.describe(step) + ": " + ForeignFailure.describe(ex) + "\n"
								+ stateAfterFailure.get(),
						"Correct the listener, then " + StepText.again(step) + ".", ForeignFailure.masked(ex));
			}
		}
	}

}
