package dev.limbeck.compare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * A view or a materialized view.
 *
 * @param object the view
 * @param query the query
 * @param options the options that are compared
 * @param checkOption the check option, if it has one
 * @param drop what drops it
 */
record AnyView(ComparedObject object, String query, Map<String, String> options, @Nullable String checkOption,
		Operation drop) {

	static List<AnyView> all(Schema schema) {
		return Stream
			.concat(schema.views().stream().map(AnyView::of), schema.materializedViews().stream().map(AnyView::of))
			.toList();
	}

	private static AnyView of(View view) {
		return new AnyView(ComparedObject.of(ObjectType.VIEW, view.name()), view.query(), view.options(),
				view.checkOption(), new DropView(view.name(), false, false, view));
	}

	private static AnyView of(MaterializedView view) {
		return new AnyView(ComparedObject.of(ObjectType.MATERIALIZED_VIEW, view.name()), view.query(), Map.of(), null,
				new DropMaterializedView(view.name(), false, false, view, true));
	}

	QualifiedName name() {
		return this.object.name();
	}

	Operation create() {
		return Objects.requireNonNull(this.drop.inverse());
	}

	boolean isSame(AnyView other) {
		return this.query.equals(other.query) && this.options.equals(other.options)
				&& Objects.equals(this.checkOption, other.checkOption);
	}

}
