package dev.limbeck.operation;

/**
 * An operation on a view or materialized view.
 *
 * @since 0.1.0
 */
public sealed interface ViewOperation extends Operation
		permits CreateView, DropView, CreateMaterializedView, DropMaterializedView, RefreshMaterializedView {

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
	<R> R accept(ViewOperationVisitor<R> visitor);

}
