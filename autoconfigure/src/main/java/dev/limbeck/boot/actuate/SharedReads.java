package dev.limbeck.boot.actuate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What callers that ask for the same at the same time share: one read, whose result is
 * fresh for a moment. A caller does not wait for longer than it can be expected to; the
 * read goes on, and is the next caller's.
 *
 * @param <K> what is asked for
 * @param <V> what is read
 */
final class SharedReads<K, V> {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private static final Duration WAIT = Duration.ofSeconds(5);

	private final Executor executor;

	private final Function<K, V> source;

	private final Map<K, Read<V>> reads = new HashMap<>();

	SharedReads(Executor executor, Function<K, V> source) {
		this.executor = executor;
		this.source = source;
	}

	/**
	 * Return what is read.
	 * @param key what is asked for
	 * @return the result, or {@code null} if it takes too long
	 */
	@Nullable V get(K key) {
		try {
			return join(key).result.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (TimeoutException | RejectedExecutionException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	private synchronized Read<V> join(K key) {
		this.reads.values().removeIf(Read::isStale);
		Read<V> read = this.reads.get(key);
		if (read == null) {
			Read<V> started = new Read<>();
			this.executor.execute(() -> started.run(() -> this.source.apply(key)));
			this.reads.put(key, started);
			read = started;
		}
		return read;
	}

	/**
	 * A read that has begun or waits for its turn.
	 *
	 * @param <V> what is read
	 */
	private static final class Read<V> {

		private final CompletableFuture<@Nullable V> result = new CompletableFuture<>();

		private volatile long since = System.nanoTime();

		void run(Supplier<V> source) {
			// Those who asked have gone
			if (isOlderThan(WAIT)) {
				complete(() -> this.result.complete(null));
				return;
			}
			try {
				V value = source.get();
				complete(() -> this.result.complete(value));
			}
			catch (RuntimeException | Error ex) {
				complete(() -> this.result.completeExceptionally(ex));
			}
		}

		private void complete(Runnable completion) {
			this.since = System.nanoTime();
			completion.run();
		}

		boolean isStale() {
			return this.result.isDone() && isOlderThan(FRESH);
		}

		private boolean isOlderThan(Duration age) {
			return System.nanoTime() - this.since > age.toNanos();
		}

	}

}
