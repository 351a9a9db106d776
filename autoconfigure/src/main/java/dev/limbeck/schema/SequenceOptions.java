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
		boolean descending = isDescending();
		long least = or(this.minimum, descending ? smallest(type) : 1);
		long most = or(this.maximum, descending ? -1 : largest(type));
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

	/**
	 * Return these options with those of others for what is not given. Bounds are not
	 * taken over if they leave no room, or are those of the other direction.
	 * @param others the others
	 * @return the options
	 */
	public SequenceOptions or(SequenceOptions others) {
		boolean turned = this.increment != null && this.increment < 0 != others.isDescending();
		SequenceOptions taken = turned ? new SequenceOptions(null, null, null, null, others.cache, others.cycle)
				: others;
		Long least = either(this.minimum, taken.minimum);
		Long most = either(this.maximum, taken.maximum);
		boolean possible = least == null || most == null || least < most;
		return new SequenceOptions(either(this.start, taken.start), either(this.increment, taken.increment),
				possible ? least : this.minimum, possible ? most : this.maximum, either(this.cache, taken.cache),
				either(this.cycle, taken.cycle));
	}

	private boolean isDescending() {
		return this.increment != null && this.increment < 0;
	}

	private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
		return (one != null) ? one : other;
	}

	/**
	 * Return these options as far as a type can have them: a number that it has not is
	 * left to the database.
	 * @param type the type, {@code null} for the largest one
	 * @return the options
	 */
	public SequenceOptions within(@Nullable ColumnType type) {
		SequenceOptions bounds = new SequenceOptions(null, this.increment, among(this.minimum, type),
				among(this.maximum, type), this.cache, this.cycle);
		return new SequenceOptions(bounds.withDefaults(type).contains(this.start) ? this.start : null, this.increment,
				bounds.minimum, bounds.maximum, this.cache, this.cycle);
	}

	/**
	 * Tell whether a type has the bounds.
	 * @param type the type, {@code null} for the largest one
	 * @return whether it has those that are given
	 */
	public boolean areWithin(@Nullable ColumnType type) {
		return Objects.equals(among(this.minimum, type), this.minimum)
				&& Objects.equals(among(this.maximum, type), this.maximum);
	}

	/**
	 * Return these options without a bound that is there for the first number alone: one
	 * that the database would refuse without it.
	 * @return the options
	 */
	public SequenceOptions withoutRoom() {
		boolean least = !isDescending() && Objects.equals(this.start, this.minimum) && or(this.minimum, 1) < 1;
		boolean most = isDescending() && Objects.equals(this.start, this.maximum) && or(this.maximum, -1) > -1;
		return new SequenceOptions(this.start, this.increment, least ? null : this.minimum, most ? null : this.maximum,
				this.cache, this.cycle);
	}

	private boolean contains(@Nullable Long number) {
		return number != null && this.minimum != null && this.maximum != null && number >= this.minimum
				&& number <= this.maximum;
	}

	private static @Nullable Long among(@Nullable Long number, @Nullable ColumnType type) {
		return (number != null && number >= smallest(type) && number <= largest(type)) ? number : null;
	}

	/**
	 * Return what becomes of these options, all of which are given, when a sequence gets
	 * another type: bounds that are those of its type follow it.
	 * @param from the type that it has, {@code null} for the largest one
	 * @param to the type that it gets, {@code null} for the largest one
	 * @return the options
	 */
	public SequenceOptions retyped(@Nullable ColumnType from, @Nullable ColumnType to) {
		Long least = Objects.equals(this.minimum, smallest(from)) ? Long.valueOf(smallest(to)) : this.minimum;
		Long most = Objects.equals(this.maximum, largest(from)) ? Long.valueOf(largest(to)) : this.maximum;
		return new SequenceOptions(this.start, this.increment, least, most, this.cache, this.cycle);
	}

	private static long largest(@Nullable ColumnType type) {
		return -(smallest(type) + 1);
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
