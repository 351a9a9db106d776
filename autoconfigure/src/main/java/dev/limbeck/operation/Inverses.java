package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Undoes several operations, the last one first.
 */
final class Inverses {

	private Inverses() {
	}

	static @Nullable Operation of(List<Operation> operations, Function<List<Operation>, Operation> group) {
		List<Operation> inverses = new ArrayList<>();
		for (Operation operation : operations) {
			Operation inverse = operation.inverse();
			if (inverse == null) {
				return null;
			}
			inverses.add(0, inverse);
		}
		return group.apply(inverses);
	}

}
