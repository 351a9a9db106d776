package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Finds for each object that is wanted the one that it is in the database: the one of its
 * name, or else one that is the same, or else one that is alike. A name that nobody has
 * chosen does not count.
 *
 * @param <T> what they are
 */
final class Matching<T> {

	private final List<Pair<T>> pairs = new ArrayList<>();

	private final List<T> removed;

	private final List<T> added;

	private Matching(List<T> database, List<T> target) {
		this.removed = new ArrayList<>(database);
		this.added = new ArrayList<>(target);
	}

	static <T> Matching<T> of(List<T> database, List<T> target, Rules<T> rules) {
		Matching<T> matching = new Matching<>(database, target);
		matching.match((one, other) -> rules.isChosen(other) && rules.haveSameName(one, other));
		matching.match((one, other) -> rules.haveSameName(one, other) && rules.same().test(one, other));
		matching.match(rules.same());
		matching.match(rules.alike());
		return matching;
	}

	private void match(BiPredicate<T, T> predicate) {
		for (T wanted : List.copyOf(this.added)) {
			T match = find(wanted, predicate);
			if (match != null) {
				this.pairs.add(new Pair<>(match, wanted));
				this.removed.remove(match);
				this.added.remove(wanted);
			}
		}
	}

	private @Nullable T find(T wanted, BiPredicate<T, T> predicate) {
		return this.removed.stream().filter((candidate) -> predicate.test(candidate, wanted)).findFirst().orElse(null);
	}

	List<Pair<T>> pairs() {
		return this.pairs;
	}

	List<T> removed() {
		return this.removed;
	}

	List<T> added() {
		return this.added;
	}

	/**
	 * An object as it is and as it is wanted.
	 *
	 * @param database as it is
	 * @param target as it is wanted
	 * @param <T> what it is
	 */
	record Pair<T>(T database, T target) {

	}

	/**
	 * When two objects are one.
	 *
	 * @param name returns the name of one
	 * @param generated whether nobody has chosen a name
	 * @param same whether two are the same but for the name
	 * @param alike whether one has become the other
	 * @param <T> what they are
	 */
	record Rules<T>(Function<T, @Nullable String> name, Predicate<String> generated, BiPredicate<T, T> same,
			BiPredicate<T, T> alike) {

		String nameOf(T object) {
			return Objects.requireNonNull(this.name.apply(object));
		}

		boolean isChosen(T wanted) {
			return !this.generated.test(nameOf(wanted));
		}

		boolean haveSameName(T one, T other) {
			return nameOf(one).equals(nameOf(other));
		}

	}

}
