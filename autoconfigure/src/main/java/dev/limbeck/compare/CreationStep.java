package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.dialect.CreationRank;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.operation.CreateFunction;
import dev.limbeck.operation.Operation;

/**
 * How an object is created on an empty database.
 *
 * @param address its address
 * @param rank when it is created
 * @param object what it is in a report
 * @param upgrade the operations that create it
 * @param downgrade the operations that undo it
 * @param reported whether it is in a report, rather than part of something that is
 */
record CreationStep(ObjectAddress address, CreationRank rank, ComparedObject object, List<Operation> upgrade,
		List<Operation> downgrade, boolean reported) {

	static CreationStep of(ObjectAddress address, CreationRank rank, ComparedObject object, Operation operation) {
		return new CreationStep(address, rank, object, List.of(operation),
				List.of(Objects.requireNonNull(operation.inverse())), true);
	}

	CreationStep unreported() {
		return new CreationStep(this.address, this.rank, this.object, this.upgrade, this.downgrade, false);
	}

	boolean createsRoutine() {
		return this.upgrade.stream().anyMatch(CreateFunction.class::isInstance);
	}

	Difference difference(ComparisonBuilder findings) {
		return findings.added(this.object, this.object.toString())
			.steps(Phase.CREATE_TABLES, this.upgrade, this.downgrade)
			.difference();
	}

}
