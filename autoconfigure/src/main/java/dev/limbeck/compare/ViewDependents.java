package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The views that read something, and those that read these.
 */
final class ViewDependents {

	private ViewDependents() {
	}

	/**
	 * Return the views among some that read something, through others or themselves.
	 * @param views the views
	 * @param read the names of what they read
	 * @return those that do, in the order in which they can be dropped
	 */
	static List<AnyView> of(List<AnyView> views, Collection<QualifiedName> read) {
		List<NameScan> names = new ArrayList<>(read.stream().map(QualifiedName::name).map(NameScan::new).toList());
		List<AnyView> open = new ArrayList<>(views);
		List<AnyView> found = new ArrayList<>();
		for (AnyView next = reader(open, names); next != null; next = reader(open, names)) {
			open.remove(next);
			found.add(next);
			names.add(new NameScan(next.name().name()));
		}
		return ViewOrder.ofDrops(found, AnyView::name, AnyView::query);
	}

	private static @Nullable AnyView reader(List<AnyView> views, List<NameScan> names) {
		return views.stream()
			.filter((view) -> names.stream().anyMatch((name) -> name.areIn(view.query())))
			.findFirst()
			.orElse(null);
	}

}
