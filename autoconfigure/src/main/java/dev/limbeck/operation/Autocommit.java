package dev.limbeck.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Do something outside of any transaction; what was done before is committed first.
 *
 * @param operations what to do
 * @since 0.1.0
 */
public record Autocommit(List<Operation> operations) implements StatementOperation {

	/**
	 * Create an autocommit.
	 * @param operations what to do
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public Autocommit {
		operations = OperationRequirement.list("operations", operations);
	}

	@Override
	public @Nullable Operation inverse() {
		return Inverses.of(this.operations, Autocommit::new);
	}

	@Override
	public <R> R accept(StatementOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
