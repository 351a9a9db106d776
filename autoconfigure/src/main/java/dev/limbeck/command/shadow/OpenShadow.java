package dev.limbeck.command.shadow;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.limbeck.runtime.ConnectionSource;

/**
 * A shadow database that is open until it is closed or the process is told to end.
 */
abstract class OpenShadow implements ShadowDatabase {

	private final ConnectionSource connections;

	private final String description;

	private final String advice;

	private final AtomicBoolean closed = new AtomicBoolean();

	private final Thread hook = new Thread(this::release, "limbeck-shadow");

	/**
	 * Create an open shadow database.
	 * @param connections where connections to it come from
	 * @param description what it is
	 * @param advice what to do if a revision cannot be run in it
	 */
	protected OpenShadow(ConnectionSource connections, String description, String advice) {
		this.connections = connections;
		this.description = description;
		this.advice = advice;
	}

	/**
	 * See to it that it is closed with the process. The last that is done to open one.
	 * @return this
	 */
	protected OpenShadow untilShutdown() {
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			close();
			throw new ShadowDatabaseException("The process has been told to end.", "Run the command again.", ex);
		}
		return this;
	}

	@Override
	public ConnectionSource connections() {
		return this.connections;
	}

	@Override
	public String description() {
		return this.description;
	}

	@Override
	public String advice() {
		return this.advice;
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The JVM ends, and the hook does the same as this
		}
		release();
	}

	private void release() {
		if (this.closed.compareAndSet(false, true)) {
			remove();
		}
	}

	/**
	 * Remove what is there. Called once. What fails is logged.
	 */
	protected abstract void remove();

}
