package dev.limbeck.operation;

/**
 * Has a method for each operation on sequences.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface SequenceOperationVisitor<R> {

	/**
	 * Visit {@code CreateSequence}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateSequence operation);

	/**
	 * Visit {@code AlterSequence}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(AlterSequence operation);

	/**
	 * Visit {@code DropSequence}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropSequence operation);

	/**
	 * Visit {@code RenameSequence}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RenameSequence operation);

	/**
	 * Visit {@code SetSequenceSchema}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(SetSequenceSchema operation);

}
