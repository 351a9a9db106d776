package dev.limbeck.runtime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.limbeck.revision.MigrationStep;
import org.jspecify.annotations.Nullable;

/**
 * A step that is being run, as the history records it.
 *
 * @param step the step
 * @param checksum the checksum of an upgrade, or {@code null}
 * @param changesSettings whether the session may have other settings after it
 * @param startedAt when it began
 * @param startedNanos when it began, for its duration
 */
record JournalEntry(MigrationStep step, @Nullable String checksum, boolean changesSettings, Instant startedAt,
		long startedNanos) {

	static JournalEntry of(CompiledStep step) {
		return new JournalEntry(step.step(), step.checksum(), step.changesSettings(), now(), System.nanoTime());
	}

	// As exact as the history, which is searched for it
	static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

	String revision() {
		return Wording.id(this.step);
	}

	String message() {
		return Wording.message(this.step);
	}

	long elapsedMillis() {
		return (System.nanoTime() - this.startedNanos) / 1_000_000;
	}

}
