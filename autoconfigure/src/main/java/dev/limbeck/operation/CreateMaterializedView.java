package dev.limbeck.operation;

import dev.limbeck.schema.MaterializedView;
import org.jspecify.annotations.Nullable;

/**
 * Create a materialized view, with its indexes.
 *
 * @param view the view
 * @param ifNotExists whether to do nothing if there is one of that name
 * @param withData whether it is to be filled
 * @since 0.1.0
 */
public record CreateMaterializedView(MaterializedView view, boolean ifNotExists,
		boolean withData) implements ViewOperation {

	/**
	 * Create a create materialized view.
	 * @param view the view
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @param withData whether it is to be filled
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateMaterializedView {
		OperationRequirement.present("view", view);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropMaterializedView(this.view.name(), false, false, this.view, this.withData);
	}

	@Override
	public <R> R accept(ViewOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
