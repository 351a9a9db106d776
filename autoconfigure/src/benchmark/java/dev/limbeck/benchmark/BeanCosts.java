package dev.limbeck.benchmark;

import java.util.Locale;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Adds up what the beans of the migrations cost while an application starts: all that
 * have "migration" in their name, their properties and what is bound for them. What other
 * beans cost that are made meanwhile, such as the pool, is left out.
 */
final class BeanCosts implements ApplicationStartup {

	private final ThreadMXBean threads;

	private @Nullable Step current;

	private long nanos;

	private long allocated;

	BeanCosts(ThreadMXBean threads) {
		this.threads = threads;
	}

	double millis() {
		return this.nanos / 1e6;
	}

	double allocatedMb() {
		return this.allocated / 1e6;
	}

	@Override
	public StartupStep start(String name) {
		this.current = new Step(name, this.current);
		return this.current;
	}

	/**
	 * One step. What its parts cost is not its own.
	 */
	private final class Step implements StartupStep {

		private final String name;

		private final @Nullable Step parent;

		private final long beginNanos = System.nanoTime();

		private final long beginAllocated = BeanCosts.this.threads.getCurrentThreadAllocatedBytes();

		private boolean counts;

		private long partNanos;

		private long partAllocated;

		Step(String name, @Nullable Step parent) {
			this.name = name;
			this.parent = parent;
			this.counts = parent != null && parent.counts;
		}

		@Override
		public String getName() {
			return this.name;
		}

		@Override
		public long getId() {
			return 0;
		}

		@Override
		public @Nullable Long getParentId() {
			return null;
		}

		@Override
		public StartupStep tag(String key, String value) {
			if (key.equals("beanName")) {
				this.counts = value.toLowerCase(Locale.ROOT).contains("migration");
			}
			return this;
		}

		@Override
		public StartupStep tag(String key, Supplier<String> value) {
			return key.equals("beanName") ? tag(key, value.get()) : this;
		}

		@Override
		public Tags getTags() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void end() {
			long stepNanos = System.nanoTime() - this.beginNanos;
			long stepAllocated = BeanCosts.this.threads.getCurrentThreadAllocatedBytes() - this.beginAllocated;
			if (this.counts) {
				BeanCosts.this.nanos += stepNanos - this.partNanos;
				BeanCosts.this.allocated += stepAllocated - this.partAllocated;
			}
			if (this.parent != null) {
				this.parent.partNanos += stepNanos;
				this.parent.partAllocated += stepAllocated;
			}
			BeanCosts.this.current = this.parent;
		}

	}

}
