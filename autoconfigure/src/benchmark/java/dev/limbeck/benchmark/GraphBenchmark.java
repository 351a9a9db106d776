package dev.limbeck.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the graph costs in a warm process, see {@code docs/benchmarks.md}. The time is the
 * processor time of the thread, the least of several runs: whatever else the machine does
 * only adds to it.
 */
class GraphBenchmark {

	private static final List<Integer> SIZES = List.of(1_000, 2_500, 5_000, 10_000, 25_000);

	private static final int RUNS = 7;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	@ParameterizedTest
	@EnumSource
	void graph(GraphShape shape) {
		warmUp(shape);
		System.out.printf("%n%s%n%n| revisions | load | upgrade | downgrade | stamp | history | labels | MB |%n", shape);
		System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
		for (int size : SIZES) {
			print(size, shape.revisions(size));
		}
	}

	private static void warmUp(GraphShape shape) {
		List<Revision> revisions = shape.revisions(2_000);
		for (int i = 0; i < 30; i++) {
			measure(revisions);
		}
	}

	private static void print(int size, List<Revision> revisions) {
		List<Double> millis = measure(revisions);
		for (int i = 1; i < RUNS; i++) {
			List<Double> again = measure(revisions);
			for (int j = 0; j < again.size(); j++) {
				millis.set(j, Math.min(millis.get(j), again.get(j)));
			}
		}
		StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %,d |", size));
		millis.forEach((each) -> row.append(String.format(Locale.ROOT, " %.1f |", each)));
		System.out.println(row.append(String.format(Locale.ROOT, " %.1f |", megabytes(revisions))));
	}

	private static List<Double> measure(List<Revision> revisions) {
		List<Double> millis = new ArrayList<>();
		RevisionGraph graph = time(millis, () -> RevisionGraph.of(revisions));
		List<String> heads = time(millis, () -> graph.planUpgrade(List.of(), "heads")).finalHeads();
		assertThat(time(millis, () -> graph.planDowngrade(heads, "base")).steps()).hasSize(revisions.size());
		List<String> bases = graph.realBases().stream().map(Revision::id).toList();
		assertThat(time(millis, () -> graph.planStamp(bases, List.of("heads"), false)).finalHeads()).isEqualTo(heads);
		assertThat(time(millis, () -> graph.history(List.of(), ""))).hasSize(revisions.size());
		assertThat(time(millis, graph::labels)).hasSize(revisions.size());
		return millis;
	}

	private static <T> T time(List<Double> millis, Supplier<T> action) {
		long start = THREADS.getCurrentThreadCpuTime();
		T result = action.get();
		millis.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
		return result;
	}

	// what several graphs keep in use, with their revisions
	private static double megabytes(List<Revision> revisions) {
		List<RevisionGraph> graphs = new ArrayList<>();
		long before = used();
		for (int i = 0; i < RUNS; i++) {
			graphs.add(RevisionGraph.of(revisions.stream().map(GraphBenchmark::copy).toList()));
		}
		long after = used();
		return (double) (after - before) / graphs.size() / (1 << 20);
	}

	private static Revision copy(Revision revision) {
		return new Revision(new String(revision.id()), revision.downRevisions().stream().map(String::new).toList(),
				revision.dependsOn().stream().map(String::new).toList(), revision.branchLabels(),
				new String(revision.message()), new String(revision.source()));
	}

	private static long used() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
