package dev.limbeck.operation;

/**
 * An operation on an enum type.
 *
 * @since 0.1.0
 */
public sealed interface EnumOperation extends Operation
		permits CreateEnum, DropEnum, RenameEnum, SetEnumSchema, AddEnumValue, RenameEnumValue {

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
	<R> R accept(EnumOperationVisitor<R> visitor);

}
