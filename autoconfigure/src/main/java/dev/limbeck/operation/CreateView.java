package dev.limbeck.operation;

import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Create a view, or replace it.
 *
 * @param view the view
 * @param orReplace whether to replace one of that name
 * @param replaced what is replaced, if it is known
 * @since 0.1.0
 */
public record CreateView(View view, boolean orReplace, @Nullable View replaced) implements ViewOperation {

	/**
	 * Create a create view.
	 * @param view the view
	 * @param orReplace whether to replace one of that name
	 * @param replaced what is replaced, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateView {
		OperationRequirement.present("view", view);
	}

	@Override
	public @Nullable Operation inverse() {
		return this.orReplace ? restored() : new DropView(this.view.name(), false, false, this.view);
	}

	private @Nullable Operation restored() {
		View earlier = this.replaced;
		View later = this.view;
		return (earlier != null) ? new CreateView(earlier, true, later) : null;
	}

	@Override
	public <R> R accept(ViewOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
