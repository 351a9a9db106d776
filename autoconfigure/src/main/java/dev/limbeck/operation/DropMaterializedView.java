package dev.limbeck.operation;

import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drop a materialized view.
 *
 * @param view the view
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the view was like, if it is known
 * @param withData whether it was filled
 * @since 0.1.0
 */
public record DropMaterializedView(QualifiedName view, boolean ifExists, boolean cascade,
		@Nullable MaterializedView dropped, boolean withData) implements ViewOperation {

	/**
	 * Create a drop materialized view.
	 * @param view the view
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the view was like, if it is known
	 * @param withData whether it was filled
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropMaterializedView {
		OperationRequirement.present("view", view);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateMaterializedView(this.dropped, false, this.withData) : null;
	}

	@Override
	public <R> R accept(ViewOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
