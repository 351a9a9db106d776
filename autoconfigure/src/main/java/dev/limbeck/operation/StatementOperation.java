package dev.limbeck.operation;

/**
 * An operation that is SQL or rows rather than a change of an object.
 *
 * @since 0.1.0
 */
public sealed interface StatementOperation extends Operation permits ExecuteSql, BulkInsert, Autocommit {

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
	<R> R accept(StatementOperationVisitor<R> visitor);

}
