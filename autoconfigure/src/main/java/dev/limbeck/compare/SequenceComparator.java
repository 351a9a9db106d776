package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Compares sequences.
 */
final class SequenceComparator {

	private final Comparing comparing;

	private final Findings findings;

	private final Schema database;

	private final NormalizedTarget target;

	SequenceComparator(Comparing comparing, Schema database, NormalizedTarget target) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.database = database;
		this.target = target;
	}

	void compare() {
		Map<QualifiedName, Sequence> actual = new HashMap<>();
		this.database.sequences().forEach((sequence) -> actual.put(sequence.name(), sequence));
		Map<QualifiedName, Sequence> removed = new HashMap<>(actual);
		for (Sequence sequence : this.target.declared().sequences()) {
			removed.remove(sequence.name());
		}
		for (Sequence sequence : this.target.declared().sequences()) {
			Sequence existing = actual.get(sequence.name());
			if (existing != null) {
				compare(existing, sequence);
			}
			else {
				add(sequence, removed);
			}
		}
		this.database.sequences()
			.stream()
			.filter((sequence) -> removed.containsKey(sequence.name()))
			.forEach(this::remove);
	}

	private static ComparedObject object(Sequence sequence) {
		return ComparedObject.of(ObjectType.SEQUENCE, sequence.name());
	}

	private void add(Sequence sequence, Map<QualifiedName, Sequence> removed) {
		Sequence free = new Sequence(sequence.name(), sequence.type(), sequence.options(), null, sequence.comment());
		Finding finding = this.findings.added(object(sequence))
			.step(Phase.CREATE_SEQUENCES, new CreateSequence(free, false));
		if (sequence.ownedBy() != null) {
			finding.step(Phase.CREATE_CONSTRAINTS, own(free, sequence.ownedBy()));
		}
		removed.values()
			.stream()
			.filter((candidate) -> isOptional(candidate)
					&& candidate.options().withDefaults(null).equals(sequence.options().withDefaults(null)))
			.forEach((candidate) -> this.findings
				.candidate(new RenameCandidate(ObjectType.SEQUENCE, null, candidate.name(), sequence.name())));
	}

	private static AlterSequence own(Sequence sequence, SequenceOwner owner) {
		return new AlterSequence(sequence.name(), null, SequenceOptions.DEFAULTS, false, null, owner, false, sequence);
	}

	// One that goes with a column, or that a default counts on, is nobody's to drop
	private boolean isOptional(Sequence sequence) {
		String name = sequence.name().name();
		return sequence.ownedBy() == null && this.target.normalized()
			.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.map(Column::serverDefault)
			.noneMatch((used) -> used instanceof SqlExpression expression
					&& new Identifiers(name).areIn(expression.sql()));
	}

	private void remove(Sequence sequence) {
		if (isOptional(sequence) && this.comparing.isComplete(ObjectType.SEQUENCE)) {
			this.findings.removed(object(sequence))
				.destructive(true)
				.step(Phase.DROP_SEQUENCES, new DropSequence(sequence.name(), false, false, sequence));
		}
	}

	private static Operation alter(QualifiedName name, @Nullable ColumnType type, SequenceOptions options) {
		return new AlterSequence(name, type, options, false, null, null, false, null);
	}

	private void compare(Sequence from, Sequence to) {
		ColumnType type = (to.type() != null) ? to.type() : from.type();
		boolean retyped = type != null && from.type() != null && !this.comparing.rules().satisfies(from.type(), type);
		CounterChange counter = new CounterChange(from.options(), from.type(), to.options(), type);
		if (retyped || !counter.isNone()) {
			String change = retyped ? from.type() + " → " + type : counter.toString();
			Function<SequenceOptions, Operation> clamp = (options) -> ExistingRows.clamp(to.name(), options);
			List<Operation> upgrade = new ArrayList<>(counter.clamped(clamp, true));
			upgrade.add(alter(to.name(), retyped ? type : null, counter.upgrade()));
			List<Operation> downgrade = new ArrayList<>(counter.clamped(clamp, false));
			downgrade.add(alter(to.name(), retyped ? from.type() : null, counter.downgrade()));
			this.findings.changed(object(from), change).steps(Phase.CREATE_SEQUENCES, upgrade, downgrade);
		}
		if (to.ownedBy() != null && !Objects.equals(from.ownedBy(), to.ownedBy())) {
			this.findings.changed(object(from), "owned by " + to.ownedBy().table() + "." + to.ownedBy().column())
				.step(Phase.CREATE_CONSTRAINTS, own(from, to.ownedBy()));
		}
		if (to.comment() != null && !to.comment().equals(from.comment())) {
			this.findings.changed(object(from), "comment")
				.step(Phase.COMMENTS, new CommentOnObject(ObjectKind.SEQUENCE, to.name(), to.comment(),
						new PreviousComment(from.comment())));
		}
	}

}
