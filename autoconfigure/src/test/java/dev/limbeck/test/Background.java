package dev.limbeck.test;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Work that goes on beside a test. It has a thread of its own, since the common pool may
 * have a single one, and nobody waits for it for ever.
 */
public final class Background {

	private static final int PATIENCE_IN_MINUTES = 3;

	private Background() {
	}

	/**
	 * Begin to work.
	 * @param work what to do
	 * @param <T> the type of its result
	 * @return its result, or its failure; a timeout if it does not end
	 */
	public static <T> CompletableFuture<T> start(Callable<T> work) {
		CompletableFuture<T> result = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				result.complete(work.call());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		}, "background");
		thread.setDaemon(true);
		thread.start();
		return result.orTimeout(PATIENCE_IN_MINUTES, TimeUnit.MINUTES);
	}

}
