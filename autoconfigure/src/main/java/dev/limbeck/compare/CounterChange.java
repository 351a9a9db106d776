package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * How the way that a sequence or an identity column counts changes.
 */
final class CounterChange {

	// As they are with either type, and as the other type alone leaves them
	private final SequenceOptions before;

	private final SequenceOptions from;

	private final SequenceOptions to;

	private final SequenceOptions back;

	private CounterChange(SequenceOptions before, SequenceOptions from, SequenceOptions to, SequenceOptions back) {
		this.before = before;
		this.from = from;
		this.to = to;
		this.back = back;
	}

	/**
	 * Return how a counter changes that has begun: the number to begin with is of no use
	 * any more, unless the new bounds leave it out.
	 * @param from the options that it has
	 * @param fromType the type that it has
	 * @param to the options that it is to have
	 * @param toType the type that it is to have
	 * @return the change
	 */
	static CounterChange of(SequenceOptions from, @Nullable ColumnType fromType, SequenceOptions to,
			@Nullable ColumnType toType) {
		SequenceOptions before = from.withDefaults(fromType);
		SequenceOptions left = before.retyped(fromType, toType);
		SequenceOptions after = begun(left, to.withDefaults(toType));
		return new CounterChange(before, left, after, after.retyped(toType, fromType));
	}

	private static SequenceOptions begun(SequenceOptions before, SequenceOptions after) {
		long start = given(before.start());
		boolean possible = start >= given(after.minimum()) && start <= given(after.maximum());
		return (possible && !isTurned(before, after)) ? new SequenceOptions(start, after.increment(), after.minimum(),
				after.maximum(), after.cache(), after.cycle()) : after;
	}

	static CounterChange ofNew(SequenceOptions options) {
		SequenceOptions usual = SequenceOptions.DEFAULTS.withDefaults(null);
		SequenceOptions given = options.withDefaults(null);
		return new CounterChange(usual, usual, given, given);
	}

	/**
	 * Tell which options a counter keeps that the model does not say.
	 * @param object the counter
	 * @param wanted the options that were asked for
	 * @param completed the same with those that it keeps
	 * @param findings are told
	 */
	static void tellKept(ComparedObject object, SequenceOptions wanted, SequenceOptions completed,
			ComparisonBuilder findings) {
		CounterChange kept = of(wanted, null, completed, null);
		if (!kept.isNone()) {
			findings.kept(new KeptObject(UnmappedKind.SEQUENCE_OPTION, object, ColumnDescription.of(kept.upgrade())));
		}
	}

	static boolean isSame(SequenceOptions from, @Nullable ColumnType fromType, SequenceOptions to,
			@Nullable ColumnType toType) {
		return of(from, fromType, to, toType).isNone();
	}

	private static boolean isTurned(SequenceOptions before, SequenceOptions after) {
		return given(before.increment()) < 0 != given(after.increment()) < 0;
	}

	/**
	 * Return whether it counts the other way round, so that it begins anew at the other
	 * end.
	 * @return whether it does
	 */
	boolean isTurned() {
		return isTurned(this.from, this.to);
	}

	/**
	 * Return with which number it begins anew.
	 * @param upgrade whether in the upgrade
	 * @return the number
	 */
	long start(boolean upgrade) {
		return given(options(upgrade).start());
	}

	SequenceOptions options(boolean upgrade) {
		return upgrade ? this.to : this.from;
	}

	/**
	 * Return bounds that have room for the old numbers and the new ones.
	 * @param upgrade whether for the upgrade
	 * @return the bounds, {@code null} if the number to begin anew with is within the old
	 * ones
	 */
	@Nullable SequenceOptions room(boolean upgrade) {
		SequenceOptions before = upgrade ? this.from : this.to;
		long start = start(upgrade);
		if (start >= given(before.minimum()) && start <= given(before.maximum())) {
			return null;
		}
		return new SequenceOptions(null, null, Math.min(given(this.from.minimum()), given(this.to.minimum())),
				Math.max(given(this.from.maximum()), given(this.to.maximum())), null, null);
	}

	boolean isOfIncrement() {
		return !Objects.equals(this.from.increment(), this.to.increment());
	}

	boolean isNone() {
		return this.from.equals(this.to);
	}

	/**
	 * Return the new options, those that stay left out.
	 * @return the options
	 */
	SequenceOptions upgrade() {
		return changed(this.from, this.to);
	}

	/**
	 * Return the old options, those that stay left out.
	 * @return the options
	 */
	SequenceOptions downgrade() {
		return changed(this.back, this.before);
	}

	/**
	 * Return what brings a sequence within its bounds before they change, either way.
	 * @param clamp makes the operation from a start and the bounds that both have
	 * @param upgrade whether for the upgrade
	 * @return the operation, if one is needed
	 */
	List<Operation> clamped(Function<SequenceOptions, Operation> clamp, boolean upgrade) {
		SequenceOptions has = upgrade ? this.before : this.to;
		SequenceOptions gets = upgrade ? this.to : this.before;
		long least = Math.max(given(has.minimum()), given(gets.minimum()));
		long most = Math.min(given(has.maximum()), given(gets.maximum()));
		if (least == given(has.minimum()) && most == given(has.maximum())) {
			return List.of();
		}
		long start = Math.max(least, Math.min(most, given(gets.start())));
		return List.of(clamp.apply(new SequenceOptions(start, null, least, most, null, null)));
	}

	private static long given(@Nullable Long option) {
		return Objects.requireNonNull(option);
	}

	static SequenceOptions changed(SequenceOptions from, SequenceOptions to) {
		return new SequenceOptions(changed(from.start(), to.start()), changed(from.increment(), to.increment()),
				changed(from.minimum(), to.minimum()), changed(from.maximum(), to.maximum()),
				changed(from.cache(), to.cache()), changed(from.cycle(), to.cycle()));
	}

	private static <T> @Nullable T changed(@Nullable T from, @Nullable T to) {
		return Objects.equals(from, to) ? null : to;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		append(text, "start", this.from.start(), this.to.start());
		append(text, "increment", this.from.increment(), this.to.increment());
		append(text, "minimum", this.from.minimum(), this.to.minimum());
		append(text, "maximum", this.from.maximum(), this.to.maximum());
		append(text, "cache", this.from.cache(), this.to.cache());
		append(text, "cycle", this.from.cycle(), this.to.cycle());
		return text.toString();
	}

	private static void append(StringBuilder text, String option, @Nullable Object from, @Nullable Object to) {
		if (!Objects.equals(from, to)) {
			text.append(text.isEmpty() ? "" : ", ").append(option).append(' ').append(from).append(" → ").append(to);
		}
	}

}
