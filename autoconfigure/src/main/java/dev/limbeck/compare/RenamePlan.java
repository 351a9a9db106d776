package dev.limbeck.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Renames of one kind in an order in which each new name is free: what has it gets its
 * own new name before, or is put aside where the names go round.
 *
 * @param <N> what a name is
 */
final class RenamePlan<N> {

	private final Set<N> names;

	private final Map<N, N> previous = new LinkedHashMap<>();

	private RenamePlan(Set<N> names) {
		this.names = names;
	}

	/**
	 * Plan what has been said: all for which the old name is there, and the new one is
	 * not or is given on.
	 * @param previous the new names, each with the old one
	 * @param names the names that are there
	 * @param <N> what a name is
	 * @return the plan
	 */
	static <N> RenamePlan<N> ofSaid(Map<N, N> previous, Set<N> names) {
		return of(previous, names, (name) -> true);
	}

	/**
	 * Plan what may follow from something else: an old name must be one that is not
	 * wanted, too, or is taken over.
	 * @param previous the new names, each with the old one
	 * @param names the names that are there
	 * @param isWanted whether a name is wanted
	 * @param <N> what a name is
	 * @return the plan
	 */
	static <N> RenamePlan<N> ofGuessed(Map<N, N> previous, Set<N> names, Predicate<N> isWanted) {
		return of(previous, names, isWanted.negate());
	}

	private static <N> RenamePlan<N> of(Map<N, N> previous, Set<N> names, Predicate<N> isGiven) {
		RenamePlan<N> plan = new RenamePlan<>(names);
		previous.forEach(plan::add);
		boolean settled = false;
		while (!settled) {
			settled = !plan.previous.entrySet()
				.removeIf((pair) -> !plan.isFree(pair.getKey())
						|| !(isGiven.test(pair.getValue()) || plan.previous.containsKey(pair.getValue())));
		}
		return plan;
	}

	private void add(N to, N from) {
		if (this.names.contains(from) && !from.equals(to) && !renames(from)) {
			this.previous.put(to, from);
		}
	}

	private boolean isFree(N name) {
		return !this.names.contains(name) || renames(name);
	}

	boolean renames(N from) {
		return this.previous.containsValue(from);
	}

	/**
	 * Take out what only changes places, so that the names that are there are the same
	 * before and after.
	 * @param isCertain whether a pair of a new name and an old one is to stay, with all
	 * that go round with it
	 * @return what has been taken out, the new names with the old ones
	 */
	Map<N, N> withdrawRounds(BiPredicate<N, N> isCertain) {
		Map<N, N> withdrawn = new LinkedHashMap<>();
		for (N to : List.copyOf(this.previous.keySet())) {
			Map<N, N> round = round(to);
			if (round.entrySet().stream().noneMatch((pair) -> isCertain.test(pair.getKey(), pair.getValue()))) {
				withdrawn.putAll(round);
				this.previous.keySet().removeAll(round.keySet());
			}
		}
		return withdrawn;
	}

	// Each old name is there once, so a way that ends nowhere ends where it began
	private Map<N, N> round(N to) {
		Map<N, N> round = new LinkedHashMap<>();
		N name = to;
		N before = this.previous.get(name);
		while (before != null && !round.containsKey(name)) {
			round.put(name, before);
			name = before;
			before = this.previous.get(name);
		}
		return (before != null) ? round : Map.of();
	}

	/**
	 * Go through the plan.
	 * @param aside returns a name that is free for the one that is to become free
	 * @param action what to do about each rename
	 * @return whether there was one
	 */
	boolean run(UnaryOperator<N> aside, Consumer<Turn<N>> action) {
		Map<N, N> open = new LinkedHashMap<>(this.previous);
		Set<N> taken = new HashSet<>(this.names);
		while (!open.isEmpty()) {
			N free = open.keySet().stream().filter((name) -> !taken.contains(name)).findFirst().orElse(null);
			N to = (free != null) ? free : open.keySet().iterator().next();
			N spare = (free != null) ? null : aside.apply(to);
			if (spare != null) {
				open.replaceAll((wanted, name) -> name.equals(to) ? spare : name);
			}
			N now = Objects.requireNonNull(open.remove(to));
			action.accept(new Turn<>(Objects.requireNonNull(this.previous.get(to)), to, now, spare));
			taken.remove(now);
			taken.add(to);
		}
		return !this.previous.isEmpty();
	}

	/**
	 * A rename whose turn it is.
	 *
	 * @param from the old name
	 * @param to the new name
	 * @param now the name for the time being, which is not the old one if it has been put
	 * aside
	 * @param aside the name under which what has the new one is put aside first,
	 * {@code null} if it is free
	 * @param <N> what a name is
	 */
	record Turn<N>(N from, N to, N now, @Nullable N aside) {

	}

}
