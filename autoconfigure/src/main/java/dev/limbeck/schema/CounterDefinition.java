package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * How numbers are counted.
 *
 * @param <B> the class itself
 * @since 0.1.0
 */
public abstract class CounterDefinition<B extends CounterDefinition<B>> {

	private @Nullable Long start;

	private @Nullable Long increment;

	private @Nullable Long minimum;

	private @Nullable Long maximum;

	private @Nullable Long cache;

	private @Nullable Boolean cycle;

	/**
	 * Create a definition that leaves everything to the database.
	 */
	protected CounterDefinition() {
	}

	/**
	 * Return this as what it is.
	 * @return this
	 */
	protected abstract B self();

	/**
	 * Start at a number.
	 * @param start the first number
	 * @return this
	 */
	public B start(long start) {
		this.start = start;
		return self();
	}

	/**
	 * Count in steps.
	 * @param increment how far it is from one number to the next
	 * @return this
	 */
	public B increment(long increment) {
		this.increment = increment;
		return self();
	}

	/**
	 * Set the least number.
	 * @param minimum the least number
	 * @return this
	 */
	public B minimum(long minimum) {
		this.minimum = minimum;
		return self();
	}

	/**
	 * Set the greatest number.
	 * @param maximum the greatest number
	 * @return this
	 */
	public B maximum(long maximum) {
		this.maximum = maximum;
		return self();
	}

	/**
	 * Let a session fetch several numbers at once.
	 * @param cache how many
	 * @return this
	 */
	public B cache(long cache) {
		this.cache = cache;
		return self();
	}

	/**
	 * Start again at the end.
	 * @return this
	 */
	public B cycle() {
		return cycle(true);
	}

	/**
	 * Set whether to start again at the end.
	 * @param cycle whether to
	 * @return this
	 */
	public B cycle(boolean cycle) {
		this.cycle = cycle;
		return self();
	}

	/**
	 * Return what was said.
	 * @return the options
	 */
	protected SequenceOptions options() {
		return new SequenceOptions(this.start, this.increment, this.minimum, this.maximum, this.cache, this.cycle);
	}

}
