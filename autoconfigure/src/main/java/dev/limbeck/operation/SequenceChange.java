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
				owned && owner == null, null);
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
