package dev.limbeck.revision;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
		for (String id : oldestFirst) {
			later.remove(id);
			assertThat(graph.get(id).downRevisions()).as("down revisions of " + id).noneMatch(later::contains);
			assertThat(graph.dependencies(id)).as("dependencies of " + id).noneMatch(later::contains);
		}
	}

	static List<String> ids(List<Revision> revisions) {
		return revisions.stream().map(Revision::id).toList();
	}

}
