package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graphs in shorthand, one line per revision: {@code "id: down | depends on | labels"}.
 */
final class Graphs {

	private Graphs() {
	}

	static RevisionGraph graph(String... lines) {
		return RevisionGraph.of(Arrays.stream(lines).map(Graphs::revision).toList());
	}

	static Revision revision(String line) {
		String[] idAndRest = line.split(":", 2);
		String[] parts = (((idAndRest.length > 1) ? idAndRest[1] : "") + "| | ").split("\\|");
		String id = idAndRest[0].trim();
		return new Revision(id, words(parts[0]), words(parts[1]), words(parts[2]), "make " + id, id + ".sql:1");
	}

	private static List<String> words(String text) {
		return text.isBlank() ? List.of() : List.of(text.trim().split(" +"));
	}

	static void assertTopological(RevisionGraph graph, List<String> oldestFirst) {
		Set<String> later = new HashSet<>(oldestFirst);
		List<String> tooEarly = new ArrayList<>();
		for (String id : oldestFirst) {
			later.remove(id);
			if (Stream.concat(graph.get(id).downRevisions().stream(), graph.dependencies(id).stream())
				.anyMatch(later::contains)) {
				tooEarly.add(id);
			}
		}
		assertThat(tooEarly).as("revisions that come before something they need").isEmpty();
	}

	static List<String> ids(List<Revision> revisions) {
		return revisions.stream().map(Revision::id).toList();
	}

	static List<String> effectiveDown(RevisionGraph graph, String id) {
		Node node = node(graph, id);
		BitSet set = new BitSet();
		set.set(node.position());
		return nodeIds(new EffectiveDown(graph.nodes().all(), set).of(node));
	}

	static List<String> resolveUpgrade(RevisionGraph graph, Collection<String> rows, String target) {
		Nodes nodes = graph.nodes();
		return nodeIds(
				new UpgradeTargets(nodes, new TargetResolver(nodes), false).resolve(() -> nodes.rows(rows), target));
	}

	// none for base
	static List<String> resolveDowngrade(RevisionGraph graph, Collection<String> rows, String target) {
		Nodes nodes = graph.nodes();
		Node node = new DowngradeTargets(nodes, new TargetResolver(nodes)).resolve(nodes.rows(rows), target).node();
		return (node != null) ? List.of(node.id()) : List.of();
	}

	static List<String> lineage(RevisionGraph graph, List<String> among, String target, boolean includeDependencies) {
		BitSet line = new LineMembers(new TargetResolver(graph.nodes())).of(target, includeDependencies);
		return among.stream().filter((id) -> line == null || line.get(node(graph, id).position())).toList();
	}

	private static Node node(RevisionGraph graph, String id) {
		return graph.nodes().byId().get(id);
	}

	private static List<String> nodeIds(List<Node> nodes) {
		return nodes.stream().map(Node::id).toList();
	}

}
