package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.ServerDefault;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the way in which a column gets its numbers. They go on where they were,
 * both ways.
 */
final class ColumnNumbering {

	private final ComparisonContext comparing;

	private final QualifiedName table;

	private final Column from;

	private final Column to;

	ColumnNumbering(ComparisonContext comparing, QualifiedName table, Column from, Column to) {
		this.comparing = comparing;
		this.table = table;
		this.from = from;
		this.to = to;
	}

	void describe(DifferenceDraft finding) {
		Identity before = this.from.identity();
		Identity after = this.to.identity();
		if (before == null) {
			become(finding, Objects.requireNonNull(after));
		}
		else if (after == null) {
			leave(finding, before);
		}
		else {
			recount(finding, before, after);
		}
	}

	private Operation alter(ColumnChange... changes) {
		return new AlterColumn(this.table, this.from.name(), List.of(changes), null);
	}

	private SequenceOwner owner() {
		return new SequenceOwner(this.table, this.from.name());
	}

	private void become(DifferenceDraft finding, Identity identity) {
		ServerDefault before = this.comparing.counters().serverDefault(this.table, this.from);
		Sequence sequence = sequence();
		Operation add = add(before, identity);
		if (sequence == null) {
			finding.steps(Phase.ALTER_COLUMNS, List.of(add, resume(identity, null, null)), List.of(drop(before)));
			return;
		}
		boolean owned = owner().equals(sequence.ownedBy());
		if (this.comparing.counters().isOwn(sequence, owner())
				&& this.comparing.wanted().named(sequence.name()) == null) {
			replace(finding, sequence, identity, add);
			return;
		}
		List<Operation> forth = new ArrayList<>(List.of(add, resume(identity, sequence.name(), sequence.type())));
		List<Operation> back = new ArrayList<>(List.of(resume(sequence), drop(before)));
		if (owned) {
			forth.add(0, own(sequence.name(), null));
			back.add(own(sequence.name(), owner()));
		}
		finding.steps(Phase.ALTER_COLUMNS, forth, back);
	}

	private @Nullable Sequence sequence() {
		Sequence sequence = this.comparing.counters().sequence(this.table, this.from);
		return (sequence != null) ? sequence : this.comparing.asked(this.table, this.from.name());
	}

	private Operation add(@Nullable ServerDefault before, Identity identity) {
		return (before != null) ? alter(new ColumnChange.SetDefault(null), new ColumnChange.AddIdentity(identity))
				: alter(new ColumnChange.AddIdentity(identity));
	}

	private Operation drop(@Nullable ServerDefault serverDefault) {
		return (serverDefault != null)
				? alter(new ColumnChange.DropIdentity(), new ColumnChange.SetDefault(serverDefault))
				: alter(new ColumnChange.DropIdentity());
	}

	// Both sequences would have the same name, and while the column owned both, nobody
	// could tell which of them is its own
	private void replace(DifferenceDraft finding, Sequence sequence, Identity identity, Operation add) {
		QualifiedName name = sequence.name();
		QualifiedName aside = this.comparing.counters().aside(name);
		Sequence free = new Sequence(aside, sequence.type(), sequence.options(), null, sequence.comment());
		finding.steps(Phase.ALTER_COLUMNS,
				List.of(own(name, null), new RenameSequence(name, aside.name()), add,
						resume(identity, aside, this.to.type()), new DropSequence(aside, false, false, null)),
				List.of(new CreateSequence(free, false), resume(free), alter(new ColumnChange.DropIdentity()),
						new RenameSequence(aside, name.name()),
						alter(new ColumnChange.SetDefault(ColumnCounters.next(name))), own(name, owner())));
	}

	private static Operation own(QualifiedName sequence, @Nullable SequenceOwner owner) {
		return new AlterSequence(sequence, null, SequenceOptions.DEFAULTS, false, null, owner, owner == null, null);
	}

	private Operation resume(Identity identity, @Nullable QualifiedName before, @Nullable ColumnType counted) {
		Continuation continuation = Continuation.ofNewIdentity(this.table, this.from.name(), identity.options());
		boolean narrower = RetypedCounter.isSmaller(this.to.type(), counted);
		if (before != null && narrower) {
			continuation.behind(before, identity.options().withDefaults(this.to.type()));
		}
		else if (before != null) {
			continuation.behind(before);
		}
		String place = (before != null && narrower)
				? "the greatest id, and behind the sequence unless that is beyond " + this.to.type()
				: "the greatest id";
		return continuation.behindRows(this.table, this.from.name()).operation("the identity goes on behind " + place);
	}

	private Operation resume(Sequence sequence) {
		boolean there = this.comparing.counters().named(sequence.name()) != null;
		Continuation continuation = there ? Continuation.ofExisting(sequence).behind(sequence.name())
				: Continuation.ofNew(sequence);
		return continuation.behindIdentity(this.table, this.from.name())
			.behindRows(this.table, this.from.name())
			.operation("the sequence goes on behind the greatest id");
	}

	private void leave(DifferenceDraft finding, Identity identity) {
		ServerDefault after = this.to.serverDefault();
		ColumnCounters counters = this.comparing.counters();
		QualifiedName next = this.comparing.wanted().source(this.table, this.to);
		QualifiedName own = counters.part(this.table, this.from.name());
		List<Operation> forth = new ArrayList<>();
		Sequence there = (next != null) ? counters.named(next) : null;
		if (there != null) {
			forth.add(resume(there));
		}
		forth.add(drop(after));
		List<Operation> back = new ArrayList<>();
		QualifiedName source = next;
		if (own != null && this.comparing.wanted().named(own) != null) {
			source = counters.aside(own);
			back.add(new RenameSequence(own, source.name()));
		}
		Identity fitted = new Identity(identity.always(), identity.options().within(this.to.type()));
		back.add(add(after, fitted));
		back.add(resume(fitted, source, wantedType(next)));
		finding.steps(Phase.ALTER_COLUMNS, forth, back);
	}

	private @Nullable ColumnType wantedType(@Nullable QualifiedName sequence) {
		ColumnCounters wanted = this.comparing.wanted();
		Sequence named = (sequence != null) ? wanted.named(sequence) : null;
		Sequence counting = (named != null) ? named : wanted.sequence(this.table, this.to);
		return (counting != null) ? counting.type() : null;
	}

	private void recount(DifferenceDraft finding, Identity before, Identity after) {
		SequenceOptions fitted = new RetypedCounter(before.options(), this.from.type(), this.to.type()).after();
		CounterChange counter = CounterChange.of(fitted, this.to.type(), after.options(), this.to.type());
		finding.steps(Phase.ALTER_COLUMNS, recount(counter, new Identity(after.always(), counter.upgrade()), true),
				recount(counter, new Identity(before.always(), counter.downgrade()), false));
	}

	private List<Operation> recount(CounterChange counter, Identity identity, boolean forth) {
		if (counter.isTurned()) {
			return turn(counter, identity, forth);
		}
		List<Operation> operations = new ArrayList<>(
				counter.clamped((options) -> DataStatements.clamp(this.table, this.from.name(), options), forth));
		operations.add(alter(new ColumnChange.SetIdentity(identity)));
		return operations;
	}

	private List<Operation> turn(CounterChange counter, Identity identity, boolean forth) {
		List<Operation> operations = new ArrayList<>();
		SequenceOptions room = counter.room(forth);
		if (room != null) {
			operations.add(alter(new ColumnChange.SetIdentity(new Identity(identity.always(), room))));
		}
		operations.add(DataStatements.restart(this.table, this.from.name(), counter.start(forth)));
		operations.add(alter(new ColumnChange.SetIdentity(identity)));
		operations.add(Continuation.ofIdentity(this.table, this.from.name(), counter.options(forth))
			.behindRows(this.table, this.from.name())
			.operation("the identity goes on behind the ids that are there"));
		return operations;
	}

}
