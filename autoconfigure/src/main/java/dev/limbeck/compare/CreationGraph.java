package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.dialect.ObjectAddress;

/**
 * What has to be created before what. A part of a table is created with the table unless
 * it needs something that needs the table.
 *
 * <pre>
 *   check of t &#8594; function f &#8594; row type of t    is created as    t, f, check of t
 * </pre>
 */
final class CreationGraph {

	private final Map<ObjectAddress, CreationStep> steps = new LinkedHashMap<>();

	private final Map<ObjectAddress, Set<ObjectAddress>> needs = new HashMap<>();

	private final Map<ObjectAddress, ObjectAddress> wholes = new HashMap<>();

	private final Map<ObjectAddress, Integer> places = new HashMap<>();

	private final Set<ObjectAddress> entered = new HashSet<>();

	private final List<CreationStep> ordered = new ArrayList<>();

	private final List<CreationStep> circles = new ArrayList<>();

	CreationGraph(Map<ObjectAddress, Set<ObjectAddress>> needs) {
		needs.forEach((object, needed) -> this.needs.put(object, new HashSet<>(needed)));
	}

	void add(CreationStep step) {
		this.steps.put(step.address(), step);
	}

	void need(ObjectAddress object, ObjectAddress needed) {
		this.needs.computeIfAbsent(object, (missing) -> new HashSet<>()).add(needed);
	}

	/**
	 * Make something part of another, if that needs no circle.
	 * @param part the part
	 * @param whole what it is part of
	 * @return whether it is part of it
	 */
	boolean include(ObjectAddress part, ObjectAddress whole) {
		Set<ObjectAddress> needed = needs(part);
		if (needed.stream().anyMatch((each) -> !whole(each).equals(whole) && reaches(each, whole, new HashSet<>()))) {
			need(part, whole);
			return false;
		}
		this.wholes.put(part, whole);
		needed.forEach((each) -> need(whole, each));
		return true;
	}

	Set<ObjectAddress> needs(ObjectAddress object) {
		return this.needs.getOrDefault(object, Set.of());
	}

	private ObjectAddress whole(ObjectAddress object) {
		return this.wholes.getOrDefault(object, object);
	}

	private boolean reaches(ObjectAddress from, ObjectAddress to, Set<ObjectAddress> visited) {
		ObjectAddress start = whole(from);
		if (start.equals(to)) {
			return true;
		}
		return visited.add(start) && needs(start).stream().anyMatch((next) -> reaches(next, to, visited));
	}

	/**
	 * Return all steps in an order in which they can be done.
	 * @return the steps
	 */
	List<CreationStep> ordered() {
		List<CreationStep> sorted = this.steps.values()
			.stream()
			.sorted(Comparator.comparing(CreationStep::rank))
			.toList();
		sorted.forEach((step) -> this.places.put(step.address(), this.places.size()));
		Set<ObjectAddress> left = new HashSet<>();
		sorted.forEach((step) -> visit(step, left));
		return this.ordered;
	}

	private void visit(CreationStep step, Set<ObjectAddress> left) {
		if (!this.entered.add(step.address())) {
			if (!left.contains(step.address()) && !this.circles.contains(step)) {
				this.circles.add(step);
			}
			return;
		}
		needs(step.address()).stream()
			.map(this::whole)
			.distinct()
			.flatMap((needed) -> Stream.ofNullable(this.steps.get(needed)))
			.filter((needed) -> !needed.equals(step))
			.sorted(Comparator.comparing((needed) -> this.places.getOrDefault(needed.address(), 0)))
			.forEach((needed) -> visit(needed, left));
		left.add(step.address());
		this.ordered.add(step);
	}

	List<CreationStep> circles() {
		return this.circles;
	}

}
