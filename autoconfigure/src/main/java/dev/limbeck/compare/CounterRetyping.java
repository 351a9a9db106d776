package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * Takes the counter of a column along when the column changes its type: it has to be
 * within a smaller type before, and goes on counting as it did.
 */
final class CounterRetyping {

	private final ColumnCounters counters;

	private final QualifiedName table;

	private final Column from;

	private final Column to;

	CounterRetyping(ColumnCounters counters, QualifiedName table, Column from, Column to) {
		this.counters = counters;
		this.table = table;
		this.from = from;
		this.to = to;
	}

	/**
	 * Bring a counter within the bounds of a smaller type before the column gets it.
	 * @param finding receives the steps
	 */
	void narrow(DifferenceDraft finding) {
		SequenceOptions options = counted(this.from);
		if (options != null && RetypedCounter.isSmaller(this.to.type(), this.from.type())) {
			finding.steps(Phase.ALTER_COLUMNS, List.of(retreat(options, this.from, this.to)), List.of());
		}
		Identity identity = this.from.identity();
		if (identity != null) {
			fit(finding, identity);
		}
	}

	// Bounds that the new type has not come back when the old one does
	private void fit(DifferenceDraft finding, Identity identity) {
		RetypedCounter counter = retyped(identity);
		List<Operation> forth = new ArrayList<>(
				clamped(counter, (bounds) -> DataStatements.clamp(this.table, this.from.name(), bounds)));
		forth.addAll(set(identity, counter.room()));
		List<Operation> back = set(identity, counter.restored());
		if (!forth.isEmpty() || !back.isEmpty()) {
			finding.steps(Phase.ALTER_COLUMNS, forth, back);
		}
	}

	private RetypedCounter retyped(Identity identity) {
		return new RetypedCounter(identity.options(), this.from.type(), this.to.type());
	}

	private static List<Operation> clamped(RetypedCounter counter, Function<SequenceOptions, Operation> clamp) {
		return counter.room().equals(SequenceOptions.DEFAULTS) ? List.of() : List.of(clamp.apply(counter.after()));
	}

	private List<Operation> set(Identity identity, SequenceOptions options) {
		return options.equals(SequenceOptions.DEFAULTS) ? List.of()
				: List.of(new AlterColumn(this.table, this.from.name(),
						List.of(new ColumnChange.SetIdentity(new Identity(identity.always(), options))), null));
	}

	/**
	 * Keep the bounds of an identity that the server lets follow the type, although they
	 * are given.
	 * @param finding receives the step
	 */
	void keepBounds(DifferenceDraft finding) {
		Identity identity = this.from.identity();
		List<Operation> rest = (identity != null) ? set(identity, retyped(identity).rest()) : List.of();
		if (!rest.isEmpty()) {
			finding.steps(Phase.ALTER_COLUMNS, rest, List.of());
		}
	}

	/**
	 * Give the sequence of a serial column the type that the column gets.
	 * @param finding receives the steps
	 */
	void retype(DifferenceDraft finding) {
		Sequence sequence = owned(this.from);
		ColumnType before = ColumnCounters.plain(this.from.type());
		ColumnType after = ColumnCounters.plain(this.to.type());
		if (sequence != null && before.equals(sequence.type()) && RetypedCounter.isInteger(after)) {
			RetypedCounter counter = new RetypedCounter(sequence.options(), before, after);
			List<Operation> forth = new ArrayList<>(
					clamped(counter, (bounds) -> DataStatements.clamp(sequence.name(), bounds)));
			forth.add(type(sequence.name(), after, counter.room().or(counter.rest())));
			finding.steps(Phase.ALTER_COLUMNS, forth, List.of(type(sequence.name(), before, counter.restored())));
		}
	}

	private static Operation type(QualifiedName sequence, ColumnType type, SequenceOptions options) {
		return new AlterSequence(sequence, type, options, false, null, null, false, null);
	}

	/**
	 * Bring a counter within the bounds of the old type before the column gets that back,
	 * if it is smaller. To be called when all else has been described.
	 * @param finding receives the step
	 */
	void narrowBack(DifferenceDraft finding) {
		SequenceOptions options = (this.to.identity() != null) ? this.to.identity().options()
				: (this.from.identity() != null) ? null : counted(this.from);
		if (options != null && RetypedCounter.isSmaller(this.from.type(), this.to.type())) {
			finding.steps(Phase.ALTER_COLUMNS, List.of(), List.of(retreat(options, this.to, this.from)));
		}
	}

	private Operation retreat(SequenceOptions options, Column before, Column after) {
		return DataStatements.retreat(this.table, this.from.name(),
				new RetypedCounter(options.withoutDefaults(before.type()), before.type(), after.type()).after());
	}

	private @Nullable SequenceOptions counted(Column column) {
		Identity identity = column.identity();
		Sequence sequence = owned(column);
		return (identity != null) ? identity.options() : (sequence != null) ? sequence.options() : null;
	}

	// One that others count by, too, stays as it is
	private @Nullable Sequence owned(Column column) {
		Sequence sequence = this.counters.sequence(this.table, column);
		SequenceOwner owner = new SequenceOwner(this.table, this.from.name());
		return (sequence != null && this.counters.isOwn(sequence, owner)) ? sequence : null;
	}

}
