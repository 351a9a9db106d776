package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import dev.limbeck.schema.QualifiedName;

/**
 * The order in which views can be dropped, each before those that it reads, and in which
 * they can be created.
 */
final class ViewOrder {

	private ViewOrder() {
	}

	static <T> List<T> ofDrops(Collection<T> views, Function<T, QualifiedName> name, Function<T, String> query) {
		List<T> open = new ArrayList<>(views);
		List<T> ordered = new ArrayList<>();
		while (!open.isEmpty()) {
			T next = open.stream().filter((view) -> isUnread(view, open, name, query)).findFirst().orElse(open.get(0));
			ordered.add(next);
			open.remove(next);
		}
		return ordered;
	}

	/**
	 * Return the order in which views can be created: each behind those that it reads.
	 * @param views the views
	 * @param name the name of one
	 * @param query its query
	 * @param <T> the type of a view
	 * @return the views, as far as nothing else is said in the order that they had
	 */
	static <T> List<T> ofCreations(List<T> views, Function<T, QualifiedName> name, Function<T, String> query) {
		List<T> reversed = new ArrayList<>(views);
		Collections.reverse(reversed);
		List<T> ordered = ofDrops(reversed, name, query);
		Collections.reverse(ordered);
		return ordered;
	}

	private static <T> boolean isUnread(T view, List<T> others, Function<T, QualifiedName> name,
			Function<T, String> query) {
		NameScan own = new NameScan(name.apply(view).name());
		return others.stream().allMatch((other) -> other.equals(view) || !own.areIn(query.apply(other)));
	}

}
