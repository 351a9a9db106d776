package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;

/**
 * Compute a materialized view again.
 *
 * @param view the view
 * @param concurrently whether to let others read meanwhile
 * @param withData whether it is to be filled
 * @since 0.1.0
 */
public record RefreshMaterializedView(QualifiedName view, boolean concurrently,
		boolean withData) implements ViewOperation {

	/**
	 * Create a refresh materialized view.
	 * @param view the view
	 * @param concurrently whether to let others read meanwhile
	 * @param withData whether it is to be filled
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public RefreshMaterializedView {
		OperationRequirement.present("view", view);
		if (concurrently && !withData) {
			throw new InvalidOperationException("concurrently", "goes with data only");
		}
	}

	@Override
	public <R> R accept(ViewOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
