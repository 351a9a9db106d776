package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The views that read what is affected, and those that read these.
 */
final class ViewDependents {

	private ViewDependents() {
	}

	static List<Operation> drops(Schema schema, Map<QualifiedName, Affected> affected, QualifiedName type) {
		List<Identifiers> read = new ArrayList<>();
		read.add(new Identifiers(type.name()));
		affected.forEach((table, columns) -> {
			if (!columns.isNothing()) {
				read.add(new Identifiers(table.name()));
			}
		});
		List<AnyView> open = new ArrayList<>(AnyView.all(schema));
		List<AnyView> found = new ArrayList<>();
		for (AnyView next = reader(open, read); next != null; next = reader(open, read)) {
			open.remove(next);
			found.add(next);
			read.add(new Identifiers(next.name().name()));
		}
		return ViewOrder.ofDrops(found, AnyView::name, AnyView::query).stream().map(AnyView::drop).toList();
	}

	private static @Nullable AnyView reader(List<AnyView> views, List<Identifiers> read) {
		return views.stream()
			.filter((view) -> read.stream().anyMatch((name) -> name.areIn(view.query())))
			.findFirst()
			.orElse(null);
	}

}
