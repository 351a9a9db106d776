package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;

/**
 * What becomes of sequences when the columns go that own them. They have no owner any
 * more before that, in the same consent.
 *
 * @param comparing knows names and is told
 */
record DisownedSequences(ComparisonContext comparing) {

	static Sequence free(Sequence sequence) {
		return new Sequence(sequence.name(), sequence.type(), sequence.options(), null, sequence.comment());
	}

	private static ComparedObject object(Sequence sequence) {
		return ComparedObject.of(ObjectType.SEQUENCE, sequence.name());
	}

	private static SequenceOwner owner(Sequence sequence) {
		return Objects.requireNonNull(sequence.ownedBy());
	}

	void disown(Sequence sequence) {
		disown(changed(sequence, "owned by "), sequence);
	}

	private DifferenceDraft changed(Sequence sequence, String relation) {
		String before = relation + owner(sequence).table() + "." + owner(sequence).column();
		return this.comparing.findings()
			.changed(object(sequence), before + " → no owner", new Sides("no owner", before))
			.because("only the database has its owner, which takes it along")
			.destructive(true);
	}

	private static DifferenceDraft disown(DifferenceDraft finding, Sequence sequence) {
		return finding.step(Phase.DISOWN_SEQUENCES,
				new AlterSequence(sequence.name(), null, SequenceOptions.DEFAULTS, false, null, null, true, sequence));
	}

	/**
	 * Drop a sequence that nothing counts by any more. It comes back before its owner.
	 * @param sequence the sequence
	 * @param text what it is like
	 */
	void drop(Sequence sequence, String text) {
		disown(this.comparing.findings().removed(object(sequence), text).destructive(true), sequence)
			.step(Phase.DROP_SEQUENCES, new DropSequence(sequence.name(), false, false, free(sequence)));
	}

	/**
	 * Let another sequence take the place of one that is part of an identity, which does
	 * not give it away.
	 * @param part the sequence of the identity
	 * @param wanted the sequence that is wanted under its name
	 */
	void succeed(Sequence part, Sequence wanted) {
		SequenceOwner owner = owner(part);
		QualifiedName aside = this.comparing.counters().aside(wanted.name());
		Sequence successor = new Sequence(aside, wanted.type(), wanted.options(), null, wanted.comment());
		Operation resume = Continuation.ofNew(successor)
			.behind(part.name())
			.operation("the sequence goes on where the identity was");
		Operation resumeBack = Continuation.ofNewIdentity(owner.table(), owner.column(), part.options())
			.behind(aside)
			.operation("the identity goes on where the sequence was");
		changed(part, "part of ")
			.steps(Phase.DISOWN_SEQUENCES, List.of(new CreateSequence(successor, false), resume),
					List.of(resumeBack, new DropSequence(aside, false, false, successor)))
			.step(Phase.DROP_SEQUENCES, new RenameSequence(aside, wanted.name().name()));
	}

}
