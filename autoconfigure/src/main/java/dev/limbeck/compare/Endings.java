package dev.limbeck.compare;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.QualifiedName;

/**
 * Which steps may let something depend on something else no more.
 *
 * @param positions the positions of steps in their order, by the name of what they drop
 * or change, or that of its table
 */
record Endings(Map<QualifiedName, Set<Integer>> positions) {

	static Endings of(List<Place> places, Function<Step, List<Operation>> direction) {
		Map<QualifiedName, Set<Integer>> positions = new HashMap<>();
		for (int i = 0; i < places.size(); i++) {
			for (Operation operation : direction.apply(places.get(i).step())) {
				QualifiedName name = Dependencies.ended(operation);
				if (name != null) {
					positions.computeIfAbsent(name, (missing) -> new LinkedHashSet<>()).add(i);
				}
			}
		}
		return new Endings(positions);
	}

	Stream<Integer> of(DependentObject dependent) {
		ObjectAddress address = dependent.address();
		return (address != null) ? this.positions.getOrDefault(address.name(), Set.of()).stream() : Stream.empty();
	}

}
