package dev.limbeck.revision;

import java.util.Set;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases about what a graph is like.
 */
record InspectCase(ConformanceCase conformanceCase, RevisionGraph graph) {

	void check() {
		switch (this.conformanceCase.text("op")) {
			case "load" -> {
				this.conformanceCase.assertIds("heads", this.graph.heads());
				this.conformanceCase.assertIds("bases", this.graph.bases());
			}
			case "inspect" -> inspect();
			case "labels" -> labels();
			default -> current();
		}
	}

	private void inspect() {
		this.conformanceCase.assertIds("heads", this.graph.heads());
		this.conformanceCase.assertIds("real_heads", this.graph.effectiveHeads());
		this.conformanceCase.assertIds("bases", this.graph.bases());
		this.conformanceCase.assertIds("real_bases", this.graph.realBases());
		this.conformanceCase.assertIds("branch_points", this.graph.branchPoints());
		this.conformanceCase.assertIds("merge_points", this.graph.mergePoints());
		this.conformanceCase.expected("revisions")
			.properties()
			.forEach((entry) -> inspect(entry.getKey(), entry.getValue()));
	}

	private void inspect(String id, JsonNode expected) {
		assertIds(expected, "next", this.graph.children(id));
		assertIds(expected, "all_next", this.graph.neededBy(id));
		assertIds(expected, "depends_on", this.graph.dependencies(id));
		assertIds(expected, "effective_down", Graphs.effectiveDown(this.graph, id));
		Revision revision = this.graph.get(id);
		assertFlag(expected, "base", revision.isBase());
		assertFlag(expected, "merge_point", revision.isMergePoint());
		assertFlag(expected, "head", this.graph.heads().contains(revision));
		assertFlag(expected, "real_head", this.graph.effectiveHeads().contains(revision));
		assertFlag(expected, "real_base", this.graph.realBases().contains(revision));
		assertFlag(expected, "branch_point", this.graph.branchPoints().contains(revision));
	}

	private static void assertIds(JsonNode expected, String key, Iterable<String> actual) {
		assertThat(actual).as(key).containsExactlyInAnyOrderElementsOf(ConformanceCase.strings(expected.get(key)));
	}

	private static void assertFlag(JsonNode expected, String key, boolean actual) {
		assertThat(actual).as(key).isEqualTo(expected.get(key).asBoolean());
	}

	private void labels() {
		JsonNode expected = this.conformanceCase.expected("labels");
		for (Revision revision : this.graph.revisions()) {
			assertThat(this.graph.labels().get(revision.id())).isEqualTo(this.graph.labelsOf(revision.id()));
			assertThat(this.graph.labelsOf(revision.id())).as("labels of " + revision.id())
				.containsExactlyElementsOf(ConformanceCase.strings(expected.get(revision.id())));
		}
	}

	private void current() {
		Set<String> rows = Set.copyOf(this.conformanceCase.rows());
		assertThat(Graphs.ids(this.graph.current(rows)))
			.containsExactlyInAnyOrderElementsOf(ConformanceCase.strings(this.conformanceCase.expected("revisions")));
		assertThat(rows.equals(Set.copyOf(Graphs.ids(this.graph.heads()))))
			.isEqualTo(this.conformanceCase.expected("check_heads").asBoolean());
		assertThat(rows.equals(Set.copyOf(Graphs.ids(this.graph.effectiveHeads()))))
			.isEqualTo(this.conformanceCase.expected("up_to_date").asBoolean());
	}

}
