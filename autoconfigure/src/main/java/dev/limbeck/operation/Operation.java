package dev.limbeck.operation;

import org.jspecify.annotations.Nullable;

/**
 * Something that a migration does. Operations are records, and equal by value. Those that
 * create something know how to undo it; those that take something away know it only if
 * they were told what it was.
 *
 * @since 0.1.0
 */
public sealed interface Operation
		permits TableOperation, ColumnOperation, IndexOperation, ConstraintOperation, SequenceOperation, EnumOperation,
		ViewOperation, RoutineOperation, DatabaseOperation, StatementOperation, CustomOperation {

	/**
	 * Return what undoes this.
	 * @return an operation, {@code null} if there is none or not enough is known
	 */
	default @Nullable Operation inverse() {
		return null;
	}

	/**
	 * Call the method of a visitor for this kind of operation.
	 * @param visitor the visitor
	 * @param <R> what it returns
	 * @return what it returned
	 */
	<R> R accept(OperationVisitor<R> visitor);

}
