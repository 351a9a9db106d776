package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * One case of the conformance files: run it and compare.
 */
final class ConformanceCase {

	private static final Set<String> OPERATIONS = Set.of("upgrade", "load", "inspect", "labels", "current", "resolve",
			"show");

	private static final Pattern OTHER_FORM = Pattern.compile("@|[+-]\\d|^current$");

	private final JsonNode json;

	private final JsonNode expect;

	ConformanceCase(JsonNode json) {
		this.json = json;
		this.expect = json.path("expect");
	}

	boolean isSupported() {
		return OPERATIONS.contains(operation())
				&& targets().stream().noneMatch((target) -> OTHER_FORM.matcher(target).find());
	}

	void run() {
		if (this.expect.has("error")) {
			RevisionException ex = catchThrowableOfType(RevisionException.class, this::runOperation);
			assertThat(ex).as("refusal").isNotNull();
			assertThat(ex.getMessage()).isNotBlank();
			assertThat(ex.getAction()).isNotBlank();
			String category = this.expect.at("/error/category").asString();
			assertThat(category.equals("any") ? "any" : ex.category()).isEqualTo(category);
		}
		else {
			runOperation();
		}
	}

	private void runOperation() {
		RevisionGraph graph = RevisionGraph.of(revisions());
		switch (operation()) {
			case "upgrade" -> upgrade(graph);
			case "load" -> {
				assertIds("heads", graph.heads());
				assertIds("bases", graph.bases());
			}
			case "inspect" -> inspect(graph);
			case "labels" -> graph.revisions()
				.forEach((revision) -> assertThat(graph.labelsOf(revision.id())).as("labels of " + revision.id())
					.containsExactlyElementsOf(strings(this.expect.get("labels").get(revision.id()))));
			case "current" -> current(graph);
			case "resolve", "show" -> assertIds("revisions", resolve(graph));
			default -> throw new IllegalStateException(operation());
		}
	}

	private void upgrade(RevisionGraph graph) {
		MigrationPlan<RevisionStep> plan = graph.planUpgrade(rows(), targets());
		List<String> actual = plan.steps().stream().map((step) -> step.revision().id()).toList();
		List<String> expected = new ArrayList<>();
		this.expect.get("steps").forEach((step) -> expected.add(step.get("revision").asString()));
		if (this.json.get("order").asString().equals("exact")) {
			assertThat(actual).isEqualTo(expected);
			for (int i = 0; i < actual.size(); i++) {
				assertStep(plan.steps().get(i), this.expect.get("steps").get(i));
			}
		}
		else {
			assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
			assertTopological(graph, actual);
		}
		assertThat(plan.finalHeads()).isEqualTo(strings(this.expect.get("final_heads")));
		assertThat(targets().size() == 1 && graph.isUpToDate(rows(), targets().get(0)))
			.isEqualTo(targets().size() == 1 && expected.isEmpty());
	}

	private static void assertStep(RevisionStep step, JsonNode expected) {
		assertThat(step.headsAfter()).as("heads after " + step).isEqualTo(strings(expected.get("heads_after")));
		if (expected.has("rows")) {
			List<List<String>> rows = new ArrayList<>();
			expected.get("rows").forEach((row) -> rows.add(strings(row)));
			assertThat(step.rowChanges()).as("rows of " + step).map(ConformanceCase::row).isEqualTo(rows);
		}
	}

	private static List<String> row(RowChange change) {
		if (change instanceof RowChange.Insert insert) {
			return List.of("insert", insert.id());
		}
		if (change instanceof RowChange.Delete delete) {
			return List.of("delete", delete.id());
		}
		RowChange.Update update = (RowChange.Update) change;
		return List.of("update", update.from(), update.to());
	}

	private static void assertTopological(RevisionGraph graph, List<String> steps) {
		Set<String> later = new HashSet<>(steps);
		for (String id : steps) {
			assertThat(later).doesNotContainAnyElementsOf(needs(graph, id));
			later.remove(id);
		}
	}

	private static List<String> needs(RevisionGraph graph, String id) {
		List<String> needs = new ArrayList<>(graph.get(id).downRevisions());
		needs.addAll(graph.dependencies(id));
		needs.add("");
		return needs;
	}

	private void inspect(RevisionGraph graph) {
		assertIds("heads", graph.heads());
		assertIds("real_heads", graph.effectiveHeads());
		assertIds("bases", graph.bases());
		assertIds("real_bases", graph.realBases());
		assertIds("branch_points", graph.branchPoints());
		assertIds("merge_points", graph.mergePoints());
		this.expect.path("revisions").properties().forEach((entry) -> inspect(graph, entry.getKey(), entry.getValue()));
	}

	private void inspect(RevisionGraph graph, String id, JsonNode expected) {
		Revision revision = graph.get(id);
		assertThat(graph.children(id)).containsExactlyInAnyOrderElementsOf(strings(expected.get("next")));
		assertThat(graph.neededBy(id)).containsExactlyInAnyOrderElementsOf(strings(expected.get("all_next")));
		assertThat(graph.dependencies(id)).containsExactlyInAnyOrderElementsOf(strings(expected.get("depends_on")));
		assertThat(graph.effectiveDown(id))
			.containsExactlyInAnyOrderElementsOf(strings(expected.get("effective_down")));
		assertThat(revision.isBase()).isEqualTo(expected.get("base").asBoolean());
		assertThat(revision.isMergePoint()).isEqualTo(expected.get("merge_point").asBoolean());
		assertThat(graph.heads().contains(revision)).isEqualTo(expected.get("head").asBoolean());
		assertThat(graph.effectiveHeads().contains(revision)).isEqualTo(expected.get("real_head").asBoolean());
		assertThat(graph.realBases().contains(revision)).isEqualTo(expected.get("real_base").asBoolean());
		assertThat(graph.branchPoints().contains(revision)).isEqualTo(expected.get("branch_point").asBoolean());
	}

	private void current(RevisionGraph graph) {
		assertThat(Graphs.ids(graph.current(rows())))
			.containsExactlyInAnyOrderElementsOf(strings(this.expect.get("revisions")));
		Set<String> rows = Set.copyOf(rows());
		assertThat(rows.equals(Set.copyOf(Graphs.ids(graph.heads()))))
			.isEqualTo(this.expect.get("check_heads").asBoolean());
		assertThat(rows.equals(Set.copyOf(Graphs.ids(graph.effectiveHeads()))))
			.isEqualTo(this.expect.get("up_to_date").asBoolean());
	}

	private List<Revision> resolve(RevisionGraph graph) {
		if (this.json.path("context").asString("").equals("one")) {
			Revision revision = graph.resolveOne(targets().get(0));
			return (revision != null) ? List.of(revision) : List.of();
		}
		return targets().stream().flatMap((target) -> graph.resolve(target).stream()).toList();
	}

	private void assertIds(String key, List<Revision> actual) {
		assertThat(Graphs.ids(actual)).as(key).isEqualTo(strings(this.expect.get(key)));
	}

	private String operation() {
		return this.json.get("op").asString();
	}

	private List<String> targets() {
		JsonNode target = this.json.path("target");
		if (target.isArray()) {
			return strings(target);
		}
		return target.isString() ? List.of(target.asString()) : List.of();
	}

	private List<String> rows() {
		return strings(this.json.get("heads_in_db"));
	}

	private List<Revision> revisions() {
		List<Revision> revisions = new ArrayList<>();
		for (JsonNode script : this.json.get("graph")) {
			String id = script.get("revision").asString();
			revisions.add(new Revision(id, strings(script.get("down")), strings(script.get("depends_on")),
					strings(script.get("labels")), script.get("message").asString(), id + ".sql:1"));
		}
		return revisions;
	}

	private static List<String> strings(JsonNode array) {
		List<String> strings = new ArrayList<>();
		array.forEach((element) -> strings.add(element.asString()));
		return strings;
	}

}
