package dev.limbeck.operation;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * What undoes the change of a sequence. It is known only if everything that changes had a
 * value before, since a value of {@code null} was left to the database.
 */
final class SequenceChange {

	private final AlterSequence operation;

	private boolean known;

	SequenceChange(AlterSequence operation) {
		this.operation = operation;
		this.known = !operation.restart();
	}

	@Nullable Operation inverse() {
		Sequence existing = this.operation.existing();
		if (existing == null) {
			return null;
		}
		SequenceOptions options = inverse(this.operation.options(), existing.options());
		ColumnType type = before(this.operation.type(), existing.type());
		SequenceOwner owner = existing.ownedBy();
		boolean owned = this.operation.ownedBy() != null || this.operation.disowned();
		if (!this.known) {
			return null;
		}
		return new AlterSequence(this.operation.sequence(), type, options, false, null, owned ? owner : null,
				owned && owner == null, after(existing));
	}

	private Sequence after(Sequence existing) {
		SequenceOptions changed = this.operation.options();
		SequenceOptions before = existing.options();
		SequenceOptions options = new SequenceOptions(either(changed.start(), before.start()),
				either(changed.increment(), before.increment()), either(changed.minimum(), before.minimum()),
				either(changed.maximum(), before.maximum()), either(changed.cache(), before.cache()),
				either(changed.cycle(), before.cycle()));
		SequenceOwner owner = this.operation.disowned() ? null : either(this.operation.ownedBy(), existing.ownedBy());
		return new Sequence(existing.name(), either(this.operation.type(), existing.type()), options, owner,
				existing.comment());
	}

	private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
		return (first != null) ? first : second;
	}

	private SequenceOptions inverse(SequenceOptions changed, SequenceOptions existing) {
		return new SequenceOptions(before(changed.start(), existing.start()),
				before(changed.increment(), existing.increment()), before(changed.minimum(), existing.minimum()),
				before(changed.maximum(), existing.maximum()), before(changed.cache(), existing.cache()),
				before(changed.cycle(), existing.cycle()));
	}

	private <T> @Nullable T before(@Nullable T changed, @Nullable T existing) {
		if (changed == null) {
			return null;
		}
		this.known &= existing != null;
		return existing;
	}

}
