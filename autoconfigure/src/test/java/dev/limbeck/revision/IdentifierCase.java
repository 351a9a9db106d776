package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases that end in a list of revisions.
 */
record IdentifierCase(ConformanceCase conformanceCase, RevisionGraph graph) {

	void check() {
		List<String> rows = this.conformanceCase.rows();
		String target = this.conformanceCase.target();
		switch (this.conformanceCase.text("op")) {
			case "resolve" -> assertRevisions(resolve(rows, target));
			case "show" -> assertRevisions(Graphs.ids(this.graph.show(rows, target)));
			case "lineage" ->
				assertRevisions(Graphs.lineage(this.graph, ConformanceCase.strings(this.conformanceCase.json("among")),
						target, this.conformanceCase.flag("include_dependencies")));
			default -> history(Graphs.ids(this.graph.history(rows, target)));
		}
	}

	private void assertRevisions(List<String> actual) {
		assertThat(actual).isEqualTo(expected());
	}

	private List<String> resolve(List<String> rows, String target) {
		return switch (this.conformanceCase.text("context")) {
			case "one" -> ids(this.graph.resolveOne(target));
			case "upgrade" -> Graphs.resolveUpgrade(this.graph, rows, target);
			case "downgrade" -> Graphs.resolveDowngrade(this.graph, rows, target);
			default -> this.conformanceCase.targets()
				.stream()
				.flatMap((each) -> this.graph.resolve(each).stream())
				.map(Revision::id)
				.toList();
		};
	}

	private static List<String> ids(Revision revision) {
		return (revision != null) ? List.of(revision.id()) : List.of();
	}

	private void history(List<String> actual) {
		if (this.conformanceCase.isExact()) {
			assertRevisions(actual);
			return;
		}
		assertThat(actual).containsExactlyInAnyOrderElementsOf(expected());
		List<String> oldestFirst = new ArrayList<>(actual);
		Collections.reverse(oldestFirst);
		Graphs.assertTopological(this.graph, oldestFirst);
	}

	private List<String> expected() {
		return ConformanceCase.strings(this.conformanceCase.expected("revisions"));
	}

}
