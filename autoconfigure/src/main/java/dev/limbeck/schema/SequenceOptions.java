package dev.limbeck.schema;

import java.util.Objects;

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

	/**
	 * Return these options with what the database would choose for those that are not
	 * given.
	 * @param type the type of the sequence, {@code null} for the largest one
	 * @return the options, all of them given
	 */
	public SequenceOptions withDefaults(@Nullable ColumnType type) {
		boolean descending = this.increment != null && this.increment < 0;
		long least = or(this.minimum, descending ? smallest(type) : 1);
		long most = or(this.maximum, descending ? -1 : -(smallest(type) + 1));
		return new SequenceOptions(or(this.start, descending ? most : least), or(this.increment, 1), least, most,
				or(this.cache, 1), this.cycle != null && this.cycle);
	}

	/**
	 * Return these options without those that the database would choose by itself.
	 * @param type the type of the sequence, {@code null} for the largest one
	 * @return the options, those that are not the defaults given
	 */
	public SequenceOptions withoutDefaults(@Nullable ColumnType type) {
		SequenceOptions given = withDefaults(type);
		SequenceOptions bounds = new SequenceOptions(null, given.increment, null, null, null, null).withDefaults(type);
		SequenceOptions start = new SequenceOptions(null, given.increment, given.minimum, given.maximum, null, null)
			.withDefaults(type);
		return new SequenceOptions(unless(given.start, start.start), unless(given.increment, 1L),
				unless(given.minimum, bounds.minimum), unless(given.maximum, bounds.maximum), unless(given.cache, 1L),
				unless(given.cycle, false));
	}

	private static long smallest(@Nullable ColumnType type) {
		if (type == null) {
			return Long.MIN_VALUE;
		}
		return switch (type.name()) {
			case "smallint", "smallserial" -> Short.MIN_VALUE;
			case "integer", "serial" -> Integer.MIN_VALUE;
			default -> Long.MIN_VALUE;
		};
	}

	private static long or(@Nullable Long value, long otherwise) {
		return (value != null) ? value : otherwise;
	}

	private static <T> @Nullable T unless(@Nullable T value, @Nullable T usual) {
		return Objects.equals(value, usual) ? null : value;
	}

}
