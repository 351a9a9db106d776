package dev.limbeck.operation;

/**
 * An operation on a sequence.
 *
 * @since 0.1.0
 */
public sealed interface SequenceOperation extends Operation
		permits CreateSequence, AlterSequence, DropSequence, RenameSequence, SetSequenceSchema {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	/**
	 * Call the method of a visitor for this operation.
	 * @param visitor the visitor
	 * @param <R> what it returns
	 * @return what it returned
	 */
	<R> R accept(SequenceOperationVisitor<R> visitor);

}
