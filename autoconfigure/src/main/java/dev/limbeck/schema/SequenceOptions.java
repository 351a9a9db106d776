package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts. What is {@code null} is left to the database.
 *
 * @param start the first number
 * @param increment how far it is from one number to the next
 * @param minimum the least number
 * @param maximum the greatest number
 * @param cache how many numbers a session fetches at once
 * @param cycle whether it starts again at the end
 * @since 0.1.0
 */
public record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long minimum,
		@Nullable Long maximum, @Nullable Long cache, @Nullable Boolean cycle) {

	/**
	 * Everything is left to the database.
	 */
	public static final SequenceOptions DEFAULTS = new SequenceOptions(null, null, null, null, null, null);

	/**
	 * Create a sequence options.
	 * @param start the first number
	 * @param increment how far it is from one number to the next
	 * @param minimum the least number
	 * @param maximum the greatest number
	 * @param cache how many numbers a session fetches at once
	 * @param cycle whether it starts again at the end
	 */
	public SequenceOptions {
		if (increment != null && increment == 0) {
			throw new InvalidSchemaException("increment", "is zero");
		}
		if (minimum != null && maximum != null && minimum >= maximum) {
			throw new InvalidSchemaException("minimum", "is not less than the maximum");
		}
		if (cache != null && cache < 1) {
			throw new InvalidSchemaException("cache", "is less than one");
		}
	}

}
