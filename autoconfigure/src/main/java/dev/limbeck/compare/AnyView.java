package dev.limbeck.compare;

import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;

/**
 * A view or a materialized view.
 *
 * @param name the name
 * @param query the query
 * @param drop what drops it
 */
record AnyView(QualifiedName name, String query, Operation drop) {

	static List<AnyView> all(Schema schema) {
		return Stream
			.concat(schema.views()
				.stream()
				.map((view) -> new AnyView(view.name(), view.query(), new DropView(view.name(), false, false, view))),
					schema.materializedViews()
						.stream()
						.map((view) -> new AnyView(view.name(), view.query(),
								new DropMaterializedView(view.name(), false, false, view, true))))
			.toList();
	}

}
