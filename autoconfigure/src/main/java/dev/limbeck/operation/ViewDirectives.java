package dev.limbeck.operation;

import java.util.function.Consumer;

/**
 * The directives for views and materialized views.
 *
 * @since 0.1.0
 */
public interface ViewDirectives extends Directives {

	/**
	 * Create a view.
	 * @param view the name
	 * @param query the query
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createView(String view, String query) {
		Directive.perform(this, "createView", () -> new CreateViewBuilder().operation(qualify(view), query));
	}

	/**
	 * Create a view, or replace it.
	 * @param view the name
	 * @param query the query
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createView(String view, String query, Consumer<CreateViewBuilder> definition) {
		Directive.perform(this, "createView", () -> {
			CreateViewBuilder builder = new CreateViewBuilder();
			definition.accept(builder);
			return builder.operation(qualify(view), query);
		});
	}

	/**
	 * Drop a view.
	 * @param view the view
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropView(String view) {
		Directive.perform(this, "dropView", () -> new DropView(qualify(view), false, false, null));
	}

	/**
	 * Drop a view.
	 * @param view the view
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropView(String view, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropView", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropView(qualify(view), drop.isIfExists(), drop.isCascade(), null);
		});
	}

	/**
	 * Create a materialized view.
	 * @param view the name
	 * @param query the query
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createMaterializedView(String view, String query) {
		Directive.perform(this, "createMaterializedView",
				() -> new CreateMaterializedViewBuilder().operation(qualify(view), query));
	}

	/**
	 * Create a materialized view, with its indexes.
	 * @param view the name
	 * @param query the query
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void createMaterializedView(String view, String query, Consumer<CreateMaterializedViewBuilder> definition) {
		Directive.perform(this, "createMaterializedView", () -> {
			CreateMaterializedViewBuilder builder = new CreateMaterializedViewBuilder();
			definition.accept(builder);
			return builder.operation(qualify(view), query);
		});
	}

	/**
	 * Drop a materialized view.
	 * @param view the view
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropMaterializedView(String view) {
		Directive.perform(this, "dropMaterializedView",
				() -> new DropMaterializedView(qualify(view), false, false, null, true));
	}

	/**
	 * Drop a materialized view.
	 * @param view the view
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void dropMaterializedView(String view, Consumer<DropBuilder> definition) {
		Directive.perform(this, "dropMaterializedView", () -> {
			DropBuilder drop = DropBuilder.of(definition);
			return new DropMaterializedView(qualify(view), drop.isIfExists(), drop.isCascade(), null, true);
		});
	}

	/**
	 * Compute a materialized view again.
	 * @param view the view
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void refreshMaterializedView(String view) {
		Directive.perform(this, "refreshMaterializedView", () -> new RefreshBuilder().operation(qualify(view)));
	}

	/**
	 * Compute a materialized view again.
	 * @param view the view
	 * @param definition says what else there is to say
	 * @throws InvalidOperationException if part of it is missing or wrong
	 */
	default void refreshMaterializedView(String view, Consumer<RefreshBuilder> definition) {
		Directive.perform(this, "refreshMaterializedView", () -> {
			RefreshBuilder builder = new RefreshBuilder();
			definition.accept(builder);
			return builder.operation(qualify(view));
		});
	}

}
