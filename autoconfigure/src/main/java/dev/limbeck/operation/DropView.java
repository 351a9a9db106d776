package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Drop a view.
 *
 * @param view the view
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the view was like, if it is known
 * @since 0.1.0
 */
public record DropView(QualifiedName view, boolean ifExists, boolean cascade,
		@Nullable View dropped) implements ViewOperation {

	/**
	 * Create a drop view.
	 * @param view the view
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the view was like, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropView {
		OperationRequirement.present("view", view);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateView(this.dropped, false, null) : null;
	}

	@Override
	public <R> R accept(ViewOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
