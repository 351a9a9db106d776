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
		void add(List<Revision> revisions, int number, Random random) {
			add(revisions, number, (number > 0) ? List.of(number - 1) : List.of(), List.of());
		}

	},

	/** Some twenty branches at a time, merged now and then, with some dependencies. */
	BRANCHY {

		@Override
		void add(List<Revision> revisions, int number, Random random) {
			if (number == 0) {
				add(revisions, number, List.of(), List.of());
				return;
			}
			int down = Math.max(0, number - 1 - random.nextInt(20));
			int other = Math.max(0, number - 1 - random.nextInt(20));
			add(revisions, number, (random.nextInt(5) == 0) ? List.of(down, other) : List.of(down),
					(random.nextInt(10) == 0) ? List.of(random.nextInt(number)) : List.of());
		}

	},

	/** Branches of two revisions, all from the same one. */
	STAR {

		@Override
		void add(List<Revision> revisions, int number, Random random) {
			add(revisions, number,
					(number == 0) ? List.of() : (number % 2 == 1) ? List.of(0) : List.of(number - 1), List.of());
		}

	},

	/** A trunk with a branch of one revision from each of its revisions. */
	COMB {

		@Override
		void add(List<Revision> revisions, int number, Random random) {
			add(revisions, number,
					(number == 0) ? List.of() : (number % 2 == 1) ? List.of(number - 1) : List.of(number - 2),
					List.of());
		}

	};

	List<Revision> revisions(int size) {
		Random random = new Random(size);
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			add(revisions, i, random);
		}
		Collections.shuffle(revisions, random);
		return revisions;
	}

	abstract void add(List<Revision> revisions, int number, Random random);

	void add(List<Revision> revisions, int number, List<Integer> down, List<Integer> dependsOn) {
		String id = id(number);
		revisions.add(new Revision(id, ids(down), ids(dependsOn), (number % 100 == 1) ? List.of("label" + number)
				: List.of(), "change number " + number, "versions/%s_change_number_%d.sql:3".formatted(id, number)));
	}

	private static List<String> ids(List<Integer> numbers) {
		return numbers.stream().distinct().map(GraphShape::id).toList();
	}

	private static String id(int number) {
		return "%012x".formatted(number * 0x9E3779B97L & 0xFFFFFFFFFFFFL);
	}

}
