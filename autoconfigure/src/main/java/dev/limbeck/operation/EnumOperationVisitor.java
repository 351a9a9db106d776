package dev.limbeck.operation;

/**
 * Has a method for each operation on enum types.
 *
 * @param <R> what the methods return
 * @since 0.1.0
 */
public interface EnumOperationVisitor<R> {

	/**
	 * Visit {@code CreateEnum}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(CreateEnum operation);

	/**
	 * Visit {@code DropEnum}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(DropEnum operation);

	/**
	 * Visit {@code RenameEnum}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RenameEnum operation);

	/**
	 * Visit {@code SetEnumSchema}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(SetEnumSchema operation);

	/**
	 * Visit {@code AddEnumValue}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(AddEnumValue operation);

	/**
	 * Visit {@code RenameEnumValue}.
	 * @param operation the operation
	 * @return the result
	 */
	R visit(RenameEnumValue operation);

}
