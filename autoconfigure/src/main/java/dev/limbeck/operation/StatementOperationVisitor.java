package dev.limbeck.operation;

/**
 * Has a method for each operation on statements.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface StatementOperationVisitor<R> {

	/**
	 * Visit {@code ExecuteSql}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(ExecuteSql operation);

	/**
	 * Visit {@code BulkInsert}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(BulkInsert operation);

	/**
	 * Visit {@code Autocommit}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(Autocommit operation);

}
