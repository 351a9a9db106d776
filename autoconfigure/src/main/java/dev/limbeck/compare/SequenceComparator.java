package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Compares sequences.
 */
final class SequenceComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final Schema database;

	private final NormalizedTarget target;

	private final NumberedTables numbered;

	private final DroppedOwners going;

	private final DisownedSequences disowned;

	// The expressions by which something may count
	private @Nullable List<String> defaults;

	SequenceComparator(ComparisonContext comparing, Schema database, NormalizedTarget target, DroppedOwners going) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.database = database;
		this.target = target;
		this.numbered = new NumberedTables(comparing, database, target.declared());
		this.going = going;
		this.disowned = new DisownedSequences(comparing);
	}

	void compare() {
		Map<QualifiedName, Sequence> actual = new HashMap<>();
		this.database.sequences().forEach((sequence) -> actual.put(sequence.name(), sequence));
		Map<QualifiedName, Sequence> removed = new HashMap<>(actual);
		for (Sequence sequence : this.target.declared().sequences()) {
			removed.remove(sequence.name());
		}
		List<Sequence> optional = removed.values().stream().filter(this::isOptional).toList();
		for (Sequence sequence : this.target.declared().sequences()) {
			Sequence existing = actual.get(sequence.name());
			Sequence part = (existing != null) ? null : this.comparing.counters().part(sequence.name());
			if (existing != null) {
				compare(existing, sequence);
				compareOwner(existing, sequence);
				compareComment(existing, sequence);
			}
			else if (part != null && isGoing(part)) {
				this.disowned.succeed(part, sequence);
			}
			else if (part != null && stays(part)) {
				compare(part, sequence);
			}
			else {
				add(sequence, part != null, optional);
			}
		}
		this.database.sequences()
			.stream()
			.filter((sequence) -> removed.containsKey(sequence.name()))
			.forEach(this::remove);
	}

	private boolean isGoing(Sequence sequence) {
		return sequence.ownedBy() != null && this.going.contain(sequence.ownedBy());
	}

	// The sequence of an identity goes when the column becomes an ordinary one that has
	// its numbers from elsewhere
	private boolean stays(Sequence part) {
		SequenceOwner owner = Objects.requireNonNull(part.ownedBy());
		Column from = column(this.database, owner.table(), owner.column());
		Column to = column(this.target.declared(), owner.table(), owner.column());
		return to == null || from == null || from.identity() == null || to.identity() != null
				|| ColumnCounters.isSerial(to)
				|| part.name().equals(this.comparing.wanted().part(owner.table(), owner.column()));
	}

	private static @Nullable Column column(Schema schema, QualifiedName table, String column) {
		Table there = schema.table(table);
		return (there != null) ? there.column(column) : null;
	}

	private static ComparedObject object(Sequence sequence) {
		return ComparedObject.of(ObjectType.SEQUENCE, sequence.name());
	}

	private void add(Sequence sequence, boolean replaced, List<Sequence> removed) {
		Sequence free = DisownedSequences.free(sequence);
		DifferenceDraft finding = this.findings.added(object(sequence), text(sequence.type(), sequence.options()));
		if (replaced) {
			this.numbered.replace(finding, free);
		}
		else {
			this.numbered.create(finding, free);
		}
		if (sequence.ownedBy() != null) {
			finding.step(Phase.CREATE_CONSTRAINTS, own(free, sequence.ownedBy()));
		}
		removed.stream()
			.filter((candidate) -> CounterChange.isSame(candidate.options(), null, sequence.options(), null))
			.forEach((candidate) -> this.findings
				.candidate(new RenameCandidate(ObjectType.SEQUENCE, null, candidate.name(), sequence.name())));
	}

	private static String text(@Nullable ColumnType type, SequenceOptions options) {
		String counting = ColumnDescription.of(options);
		if (type == null) {
			return counting.isEmpty() ? "increment 1" : counting;
		}
		return counting.isEmpty() ? type.toString() : type + ", " + counting;
	}

	private static String owner(SequenceOwner owner) {
		return owner.table() + "." + owner.column();
	}

	private static AlterSequence own(Sequence sequence, SequenceOwner owner) {
		return new AlterSequence(sequence.name(), null, SequenceOptions.DEFAULTS, false, null, owner, false, sequence);
	}

	// One that goes with a column, or that a default counts on, is nobody's to drop
	private boolean isOptional(Sequence sequence) {
		return sequence.ownedBy() == null && !isCounted(sequence);
	}

	private boolean isCounted(Sequence sequence) {
		return this.going.leftOut().countsBy(sequence.name()) || counted(sequence.name().name());
	}

	private boolean counted(String sequence) {
		if (this.defaults == null) {
			this.defaults = Stream
				.concat(new KeptDefaults(this.comparing.options(), this.database, this.target.declared()).expressions(),
						this.target.normalized()
							.tables()
							.stream()
							.flatMap((table) -> table.columns().stream())
							.map(Column::serverDefault)
							.filter(SqlExpression.class::isInstance)
							.map((used) -> ((SqlExpression) used).sql()))
				.toList();
		}
		NameScan name = new NameScan(sequence);
		return this.defaults.stream().anyMatch(name::areIn);
	}

	private void remove(Sequence sequence) {
		if (isGoing(sequence)) {
			if (isCounted(sequence)) {
				this.disowned.disown(sequence);
			}
			else {
				this.disowned.drop(sequence, text(sequence.type(), sequence.options()));
			}
		}
		else if (isOptional(sequence) && this.comparing.isComplete(ObjectType.SEQUENCE, sequence.name())) {
			this.findings.removed(object(sequence), text(sequence.type(), sequence.options()))
				.destructive(true)
				.step(Phase.DROP_SEQUENCES, new DropSequence(sequence.name(), false, false, sequence));
		}
	}

	private static Operation alter(QualifiedName name, @Nullable ColumnType type, SequenceOptions options) {
		return new AlterSequence(name, type, options, false, null, null, false, null);
	}

	// What a mapping does not say of a sequence belongs to the database
	private Sequence completed(Sequence from, Sequence to) {
		if (!this.comparing.options().unmapped().keeps(UnmappedKind.SEQUENCE_OPTION, to.extent())) {
			return to;
		}
		SequenceOptions options = to.options().withoutRoom().or(from.options());
		CounterChange.tellKept(object(from), to.options(), options, this.findings);
		return new Sequence(to.name(), to.type(), options, to.ownedBy(), to.comment(), to.extent());
	}

	private void compare(Sequence from, Sequence wanted) {
		Sequence to = completed(from, wanted);
		ColumnType type = type(from, to);
		boolean retyped = type != null && from.type() != null && !this.comparing.rules().satisfies(from.type(), type);
		CounterChange counter = CounterChange.of(from.options(), from.type(), options(to, type), type);
		if (retyped || !counter.isNone()) {
			String change = retyped ? from.type() + " → " + type : counter.toString();
			List<Operation> upgrade = steps(counter, to.name(), retyped ? type : null, true);
			List<Operation> downgrade = steps(counter, to.name(), retyped ? from.type() : null, false);
			if (counter.isOfIncrement()) {
				Sequence old = new Sequence(to.name(), from.type(), from.options(), null, null);
				upgrade.addAll(resume(counter, to));
				downgrade.addAll(resume(counter, old));
				describeIncrement(from, to);
			}
			Sides sides = new Sides(text(retyped ? type : null, counter.upgrade()),
					text(retyped ? from.type() : null, counter.downgrade()));
			this.findings.changed(object(from), change, sides).steps(Phase.CREATE_SEQUENCES, upgrade, downgrade);
		}
	}

	// A sequence of which no type is said has that of the database, unless it is to count
	// beyond that
	private static @Nullable ColumnType type(Sequence from, Sequence to) {
		if (to.type() != null) {
			return to.type();
		}
		return options(to, from.type()).areWithin(from.type()) ? from.type() : ColumnTypes.bigint();
	}

	private static SequenceOptions options(Sequence sequence, @Nullable ColumnType type) {
		return (sequence.type() != null) ? sequence.options() : sequence.options().retyped(null, type);
	}

	// What counts the other way round begins anew
	private static List<Operation> steps(CounterChange counter, QualifiedName name, @Nullable ColumnType type,
			boolean upgrade) {
		SequenceOptions options = upgrade ? counter.upgrade() : counter.downgrade();
		if (counter.isTurned()) {
			return new ArrayList<>(
					List.of(new AlterSequence(name, type, options, true, counter.start(upgrade), null, false, null)));
		}
		List<Operation> steps = new ArrayList<>(
				counter.clamped((bounds) -> DataStatements.clamp(name, bounds), upgrade));
		steps.add(alter(name, type, options));
		return steps;
	}

	private List<Operation> resume(CounterChange counter, Sequence sequence) {
		return counter.isTurned() ? this.numbered.resumeBehindRows(sequence) : this.numbered.resume(sequence);
	}

	private void describeIncrement(Sequence from, Sequence to) {
		long counted = Objects.requireNonNull(from.options().withDefaults(null).increment());
		long taken = Objects.requireNonNull(to.options().withDefaults(null).increment());
		if (this.numbered.isAsked(to.name())) {
			this.findings.problem(object(from),
					"The sequence counts by %s, and the application takes the ids of %s at a time, which %s.".formatted(
							counted, taken,
							(Math.abs(taken) > Math.abs(counted)) ? "gives ids twice" : "leaves gaps between them"),
					"The operations let it count by %s. Let no instance insert rows then that takes the ids of %s, or change the allocation size of the generator instead."
						.formatted(taken, counted));
		}
	}

	private void compareOwner(Sequence from, Sequence to) {
		if (to.ownedBy() == null && isGoing(from)) {
			this.disowned.disown(from);
		}
		if (to.ownedBy() != null && !Objects.equals(from.ownedBy(), to.ownedBy())) {
			this.findings
				.changed(object(from), "owned by " + owner(to.ownedBy()),
						new Sides("owned by " + owner(to.ownedBy()),
								(from.ownedBy() != null) ? "owned by " + owner(from.ownedBy()) : "no owner"))
				.step(Phase.CREATE_CONSTRAINTS, own(from, to.ownedBy()));
		}
	}

	private void compareComment(Sequence from, Sequence to) {
		if (to.comment() != null && !to.comment().equals(from.comment())) {
			this.findings.commented(object(from), from.comment(), to.comment())
				.step(Phase.COMMENTS, new CommentOnObject(ObjectKind.SEQUENCE, to.name(), to.comment(),
						new PreviousComment(from.comment())));
		}
	}

}
