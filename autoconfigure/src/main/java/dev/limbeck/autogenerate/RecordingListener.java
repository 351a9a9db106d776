package dev.limbeck.autogenerate;

import java.time.Duration;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.StepProgress;

/**
 * Lets a shadow database note what the revisions make in it while they are replayed, so
 * that little is unknown if the process is killed.
 */
final class RecordingListener implements MigrationListener {

	private static final Duration INTERVAL = Duration.ofMillis(200);

	private final ShadowDatabase shadow;

	private long last = System.nanoTime();

	RecordingListener(ShadowDatabase shadow) {
		this.shadow = shadow;
	}

	@Override
	public void stepCommitted(StepProgress committed) {
		if (System.nanoTime() - this.last > INTERVAL.toNanos()) {
			this.shadow.record();
			this.last = System.nanoTime();
		}
	}

	@Override
	public boolean isTransactional() {
		return false;
	}

}
