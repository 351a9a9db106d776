package dev.limbeck.runtime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.limbeck.revision.MigrationStep;
import org.jspecify.annotations.Nullable;

/**
 * A step that is being run, as the history records it.
 *
 * @param running the step and its place in the run
 * @param startedAt when it began
 * @param startedNanos when it began, for its duration
 */
record JournalEntry(RunningStep running, Instant startedAt, long startedNanos) {

	static JournalEntry of(RunningStep running) {
		return new JournalEntry(running, now(), System.nanoTime());
	}

	// As exact as the history, which is searched for it
	static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

	CompiledStep compiled() {
		return this.running.step();
	}

	MigrationStep step() {
		return compiled().step();
	}

	String message() {
		return step().message();
	}

	@Nullable String checksum() {
		return compiled().checksum();
	}

	long elapsedMillis() {
		return (System.nanoTime() - this.startedNanos) / 1_000_000;
	}

}
