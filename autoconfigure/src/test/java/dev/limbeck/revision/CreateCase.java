package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases that fit a new revision into a graph.
 */
record CreateCase(ConformanceCase conformanceCase, RevisionGraph graph) {

	void check() {
		JsonNode created = this.conformanceCase.expected("created");
		List<String> locations = ConformanceCase.strings(this.conformanceCase.json("version_locations"));
		Map<String, String> locationOf = new HashMap<>();
		this.conformanceCase.json("graph")
			.forEach((script) -> locationOf.put(script.get("revision").asString(),
					script.path("location").asString("versions")));
		RevisionDraft draft = this.graph.draft(request(), locations.isEmpty() ? List.of("versions") : locations,
				(revision) -> locationOf.get(revision.id()));
		assertThat(draft.downRevisions()).isEqualTo(ConformanceCase.strings(created.get("down")));
		assertThat(draft.branchLabels()).isEqualTo(ConformanceCase.strings(created.get("labels")));
		assertThat(draft.dependsOn()).isEqualTo(ConformanceCase.strings(created.get("depends_on")));
		assertThat(draft.versionLocation()).isEqualTo(created.path("location").asString("versions"));
		assertGraphWith(draft, created);
	}

	private RevisionRequest request() {
		JsonNode args = this.conformanceCase.json("args");
		boolean isMerge = this.conformanceCase.text("command").equals("merge");
		List<String> down = ConformanceCase.strings(args.path(isMerge ? "revisions" : "head"));
		JsonNode path = args.path("version_path");
		return new RevisionRequest(args.get("rev_id").asString(), down.isEmpty() ? List.of("head") : down,
				args.path("splice").asBoolean(false), ConformanceCase.strings(args.path("branch_label")),
				ConformanceCase.strings(args.path("depends_on")), path.isString() ? path.asString() : null);
	}

	private void assertGraphWith(RevisionDraft draft, JsonNode created) {
		List<Revision> revisions = new ArrayList<>(this.conformanceCase.revisions());
		revisions.add(new Revision(draft.id(), draft.downRevisions(), draft.dependsOn(), draft.branchLabels(), "new",
				"new.sql:1"));
		RevisionGraph extended = RevisionGraph.of(revisions);
		assertThat(extended.dependencies(draft.id()))
			.isEqualTo(ConformanceCase.strings(created.get("resolved_depends_on")));
		assertThat(Graphs.ids(extended.heads()))
			.containsExactlyInAnyOrderElementsOf(ConformanceCase.strings(this.conformanceCase.expected("heads")));
		assertThat(Graphs.ids(extended.effectiveHeads()))
			.containsExactlyInAnyOrderElementsOf(ConformanceCase.strings(this.conformanceCase.expected("real_heads")));
	}

}
