package dev.limbeck.runtime;

/**
 * Whether the JVM has been told to end. Spring's own hook cannot end a context that is
 * still starting, so without this a process that waits or works here would go on until it
 * is killed.
 */
final class ShutdownSignal {

	private final Thread hook = new Thread(this::give, "limbeck-shutdown");

	private volatile boolean given;

	ShutdownSignal() {
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			give();
		}
	}

	private void give() {
		this.given = true;
	}

	boolean isGiven() {
		return this.given;
	}

	void ignore() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The JVM ends, which is what the hook was for
			give();
		}
	}

}
