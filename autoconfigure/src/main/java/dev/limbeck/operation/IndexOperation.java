package dev.limbeck.operation;

/**
 * An operation on an index.
 *
 * @since 0.1.0
 */
public sealed interface IndexOperation extends Operation permits CreateIndex, DropIndex, RenameIndex {

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
	<R> R accept(IndexOperationVisitor<R> visitor);

}
