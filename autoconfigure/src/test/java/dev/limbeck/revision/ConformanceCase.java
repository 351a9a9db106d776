package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * One case of the conformance files: what there is, what is done and what is expected.
 */
final class ConformanceCase {

	private final JsonNode json;

	private final JsonNode expect;

	ConformanceCase(JsonNode json) {
		this.json = json;
		this.expect = json.path("expect");
	}

	void run() {
		if (this.expect.has("error")) {
			RevisionException ex = catchThrowableOfType(RevisionException.class, this::check);
			assertThat(ex).as("refusal").isNotNull();
			assertThat(ex.getMessage()).isNotBlank();
			assertThat(ex.getAction()).isNotBlank();
			String category = this.expect.at("/error/category").asString();
			assertThat(category.equals("any") ? "any" : ex.category()).isEqualTo(category);
		}
		else {
			check();
		}
	}

	private void check() {
		RevisionGraph graph = graph();
		switch (text("op")) {
			case "upgrade", "downgrade", "stamp", "offline" -> new PlanCase(this, graph).check();
			case "resolve", "show", "lineage", "history" -> new IdentifierCase(this, graph).check();
			case "load", "inspect", "labels", "current" -> new InspectCase(this, graph).check();
			case "create" -> new CreateCase(this, graph).check();
			default -> throw new IllegalStateException(text("op"));
		}
	}

	String text(String key) {
		return this.json.path(key).asString("");
	}

	boolean flag(String key) {
		return this.json.path(key).asBoolean(false);
	}

	JsonNode json(String key) {
		return this.json.path(key);
	}

	JsonNode expected(String key) {
		return this.expect.path(key);
	}

	boolean isExact() {
		return text("order").equals("exact");
	}

	String target() {
		return text("target");
	}

	List<String> targets() {
		return strings(this.json.path("target"));
	}

	List<String> rows() {
		return strings(this.json.path("heads_in_db"));
	}

	RevisionGraph graph() {
		return RevisionGraph.of(revisions());
	}

	List<Revision> revisions() {
		List<Revision> revisions = new ArrayList<>();
		for (JsonNode script : this.json.get("graph")) {
			String id = script.get("revision").asString();
			revisions.add(new Revision(id, strings(script.get("down")), strings(script.get("depends_on")),
					strings(script.get("labels")), script.get("message").asString(), id + ".sql:1"));
		}
		return revisions;
	}

	void assertIds(String key, List<Revision> actual) {
		assertThat(Graphs.ids(actual)).as(key).isEqualTo(strings(expected(key)));
	}

	static List<String> strings(JsonNode node) {
		if (node.isString()) {
			return List.of(node.asString());
		}
		List<String> strings = new ArrayList<>();
		node.forEach((element) -> strings.add(element.asString()));
		return strings;
	}

}
