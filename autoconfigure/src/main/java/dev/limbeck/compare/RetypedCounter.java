package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the way in which a counter counts when its type changes. The server
 * lets bounds that are those of the type follow it, and keeps others; as long as one of
 * these, or the first number, is none of the new type, it refuses the change.
 *
 * @param options how it counts, without what the server chooses by itself
 * @param from the type that it has
 * @param to the type that it gets
 */
record RetypedCounter(SequenceOptions options, ColumnType from, ColumnType to) {

	private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

	static boolean isInteger(ColumnType type) {
		return INTEGERS.contains(ColumnCounters.plain(type).toString());
	}

	/**
	 * Tell whether a type has fewer integers than another.
	 * @param type the type
	 * @param other the other one, {@code null} for that of a sequence of which none is
	 * given
	 * @return whether it has
	 */
	static boolean isSmaller(ColumnType type, @Nullable ColumnType other) {
		int size = INTEGERS.indexOf(ColumnCounters.plain(type).toString());
		return size >= 0 && size < ((other != null) ? INTEGERS.indexOf(ColumnCounters.plain(other).toString())
				: INTEGERS.size() - 1);
	}

	private SequenceOptions before() {
		return this.options.withDefaults(this.from);
	}

	/**
	 * Return how it counts with the new type.
	 * @return the options, all of them given
	 */
	SequenceOptions after() {
		return this.options.within(this.to).withDefaults(this.to);
	}

	/**
	 * Return what has to change before the type does.
	 * @return the options, those that stay left out
	 */
	SequenceOptions room() {
		SequenceOptions kept = this.options.within(this.to);
		SequenceOptions after = after();
		return new SequenceOptions(unlessKept(this.options.start(), kept.start(), after.start()), null,
				unlessKept(this.options.minimum(), kept.minimum(), after.minimum()),
				unlessKept(this.options.maximum(), kept.maximum(), after.maximum()), null, null);
	}

	private static @Nullable Long unlessKept(@Nullable Long given, @Nullable Long kept, @Nullable Long after) {
		return Objects.equals(given, kept) ? null : after;
	}

	/**
	 * Return what has to change behind the new type.
	 * @return the options, those that stay left out
	 */
	SequenceOptions rest() {
		return CounterChange.changed(room().or(before()).retyped(this.from, this.to), after());
	}

	/**
	 * Return what has to change behind the old type when that is back.
	 * @return the options, those that stay left out
	 */
	SequenceOptions restored() {
		return CounterChange.changed(after().retyped(this.to, this.from), before());
	}

}
