package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Graphs with branches, merges and dependencies, redundant ones among them, and sets of
 * their revisions. The same seed gives the same ones.
 */
final class RandomGraphs {

	private final Random random;

	RandomGraphs(long seed) {
		this.random = new Random(seed);
	}

	RevisionGraph next() {
		int size = 1 + this.random.nextInt(20);
		double mergeRate = this.random.nextDouble() * 0.5;
		double dependencyRate = this.random.nextDouble() * 0.6;
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			Set<String> down = new LinkedHashSet<>();
			Set<String> dependsOn = new LinkedHashSet<>();
			if (i > 0 && this.random.nextInt(6) > 0) {
				down.add(earlier(i));
			}
			while (i > 0 && this.random.nextDouble() < mergeRate) {
				down.add(earlier(i));
			}
			while (i > 0 && this.random.nextDouble() < dependencyRate) {
				dependsOn.add(earlier(i));
			}
			revisions.add(new Revision("r" + i, List.copyOf(down), List.copyOf(dependsOn), List.of(), "", "r" + i));
		}
		Collections.shuffle(revisions, this.random);
		return RevisionGraph.of(revisions);
	}

	private String earlier(int i) {
		return "r" + (i - 1 - this.random.nextInt(Math.min(i, 6)));
	}

	String oneOf(RevisionGraph graph) {
		return graph.revisions().get(this.random.nextInt(graph.size())).id();
	}

	// any revisions, of which one may imply another
	List<String> someOf(RevisionGraph graph) {
		List<String> ids = new ArrayList<>(Graphs.ids(graph.revisions()));
		Collections.shuffle(ids, this.random);
		return ids.subList(0, this.random.nextInt(Math.min(5, ids.size() + 1)));
	}

	// revisions of which none implies another
	List<String> rowsOf(RevisionGraph graph) {
		return new NaiveGraph(graph).maximal(someOf(graph));
	}

}
