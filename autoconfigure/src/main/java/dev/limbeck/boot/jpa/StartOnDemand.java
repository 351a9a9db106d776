package dev.limbeck.boot.jpa;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Starts Hibernate when its session factory is asked for. Spring makes entity manager
 * factories in every context, lazy or not, for they may weave classes; but until a
 * command has opened its database nobody knows what to start Hibernate for.
 */
class StartOnDemand implements AsyncTaskExecutor {

	private final Runnable preparation;

	/**
	 * Create an executor.
	 * @param preparation what is to be done before Hibernate starts
	 */
	StartOnDemand(Runnable preparation) {
		this.preparation = preparation;
	}

	@Override
	public void execute(Runnable task) {
		this.preparation.run();
		task.run();
	}

	@Override
	public Future<?> submit(Runnable task) {
		return submit(() -> {
			task.run();
			return true;
		});
	}

	@Override
	public <T> Future<T> submit(Callable<T> task) {
		return new Demanded<>(() -> {
			this.preparation.run();
			return task.call();
		});
	}

	/**
	 * Runs in the thread that asks first.
	 *
	 * @param <T> the type of the result
	 */
	private static final class Demanded<T> extends FutureTask<T> {

		Demanded(Callable<T> task) {
			super(task);
		}

		@Override
		public T get() throws InterruptedException, ExecutionException {
			run();
			return super.get();
		}

		@Override
		public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException {
			return get();
		}

	}

}
