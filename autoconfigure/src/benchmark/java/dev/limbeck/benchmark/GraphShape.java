package dev.limbeck.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.limbeck.revision.Revision;

/**
 * The shapes of graph that are measured. Load order is random, as the names of revision
 * files are.
 */
enum GraphShape {

	/** One revision after the other. */
	CHAIN {

		@Override
		void grow(Growth growth, Random random) {
			growth.add(growth.last());
		}

	},

	/**
	 * Teams: one to four branches of up to six revisions start from the same one and are
	 * merged before the next ones start. One branch in three depends on an older
	 * revision.
	 */
	TEAMS {

		@Override
		void grow(Growth growth, Random random) {
			int start = growth.size() - 1;
			List<Integer> tips = new ArrayList<>();
			for (int branches = 1 + random.nextInt(4); branches > 0; branches--) {
				boolean isDependent = random.nextInt(3) == 0 && start > 0;
				growth.add((start < 0) ? List.of() : List.of(start),
						isDependent ? List.of(random.nextInt(start)) : List.of());
				for (int more = random.nextInt(6); more > 0; more--) {
					growth.add(growth.last());
				}
				tips.addAll(growth.last());
			}
			if (tips.size() > 1) {
				growth.add(tips);
			}
		}

	},

	/** Each revision follows one of the last twenty, or two of them; many are heads. */
	WILD {

		@Override
		void grow(Growth growth, Random random) {
			int size = growth.size();
			if (size == 0) {
				growth.add(List.of());
				return;
			}
			List<Integer> down = new ArrayList<>(List.of(recent(size, random)));
			if (random.nextInt(5) == 0) {
				down.add(recent(size, random));
			}
			growth.add(down, (random.nextInt(10) == 0) ? List.of(random.nextInt(size)) : List.of());
		}

		private static int recent(int size, Random random) {
			return Math.max(0, size - 1 - random.nextInt(20));
		}

	},

	/** Branches of two revisions, all from the same one. */
	STAR {

		@Override
		void grow(Growth growth, Random random) {
			growth.add((growth.size() % 2 == 1) ? List.of(0) : growth.last());
		}

	},

	/** A trunk with a branch of one revision from each of its revisions. */
	COMB {

		@Override
		void grow(Growth growth, Random random) {
			boolean isTrunk = growth.size() > 0 && growth.size() % 2 == 0;
			growth.add(isTrunk ? List.of(growth.size() - 2) : growth.last());
		}

	};

	List<Revision> revisions(int size) {
		Random random = new Random(size);
		Growth growth = new Growth();
		while (growth.size() < size) {
			grow(growth, random);
		}
		List<Revision> revisions = growth.first(size);
		Collections.shuffle(revisions, random);
		return revisions;
	}

	abstract void grow(Growth growth, Random random);

	/**
	 * A graph that grows; its revisions are numbered from zero.
	 */
	static final class Growth {

		private final List<Revision> revisions = new ArrayList<>();

		int size() {
			return this.revisions.size();
		}

		List<Integer> last() {
			return this.revisions.isEmpty() ? List.of() : List.of(this.revisions.size() - 1);
		}

		void add(List<Integer> down) {
			add(down, List.of());
		}

		void add(List<Integer> down, List<Integer> dependsOn) {
			int number = this.revisions.size();
			String id = id(number);
			this.revisions.add(new Revision(id, ids(down), ids(dependsOn),
					(number < 20) ? List.of("label" + number) : List.of(), "change number " + number,
					"versions/%s_change_number_%d.sql:3".formatted(id, number)));
		}

		List<Revision> first(int number) {
			return new ArrayList<>(this.revisions.subList(0, number));
		}

		private static List<String> ids(List<Integer> numbers) {
			return numbers.stream().map(Growth::id).toList();
		}

		private static String id(int number) {
			return "%012x".formatted(number * 0x9E3779B97L & 0xFFFFFFFFFFFFL);
		}

	}

}
