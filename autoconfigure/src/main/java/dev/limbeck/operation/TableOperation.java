package dev.limbeck.operation;

/**
 * An operation on a table as a whole.
 *
 * @since 0.1.0
 */
public sealed interface TableOperation extends Operation permits CreateTable, DropTable, RenameTable, SetTableSchema,
		CommentOnTable, AlterTable, AttachPartition, DetachPartition {

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
	<R> R accept(TableOperationVisitor<R> visitor);

}
