package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases that end in a plan.
 */
record PlanCase(ConformanceCase conformanceCase, RevisionGraph graph) {

	void check() {
		switch (operation()) {
			case "upgrade" -> upgrade();
			case "downgrade" -> downgrade();
			default -> stamp();
		}
	}

	private boolean isOffline() {
		return this.conformanceCase.text("op").equals("offline");
	}

	private String operation() {
		return this.conformanceCase.text(isOffline() ? "command" : "op");
	}

	private void upgrade() {
		List<String> targets = this.conformanceCase.targets();
		MigrationPlan<RevisionStep> plan = isOffline() ? this.graph.planOfflineUpgrade(targets.get(0))
				: this.graph.planUpgrade(this.conformanceCase.rows(), targets);
		check(plan);
		if (!isOffline() && targets.size() == 1) {
			assertThat(this.graph.isUpToDate(this.conformanceCase.rows(), targets.get(0))).isEqualTo(plan.isEmpty());
		}
	}

	private void downgrade() {
		String target = this.conformanceCase.target();
		check(isOffline() ? this.graph.planOfflineDowngrade(target)
				: this.graph.planDowngrade(this.conformanceCase.rows(), target));
	}

	private void stamp() {
		List<String> targets = this.conformanceCase.targets();
		MigrationPlan<StampStep> plan = isOffline() ? this.graph.planOfflineStamp(targets)
				: this.graph.planStamp(this.conformanceCase.rows(), targets, this.conformanceCase.flag("purge"));
		assertFinalHeads(plan);
		assertRowsAddUp(plan);
	}

	private void check(MigrationPlan<RevisionStep> plan) {
		List<String> actual = plan.steps().stream().map((step) -> step.revision().id()).toList();
		List<String> expected = new ArrayList<>();
		this.conformanceCase.expected("steps").forEach((step) -> expected.add(step.get("revision").asString()));
		if (this.conformanceCase.isExact()) {
			assertThat(actual).isEqualTo(expected);
			for (int i = 0; i < actual.size(); i++) {
				assertStep(plan.steps().get(i), this.conformanceCase.expected("steps").get(i));
			}
		}
		else {
			assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
			assertTopological(actual);
		}
		assertFinalHeads(plan);
		assertRowsAddUp(plan);
		assertThat(plan.warnings()).hasSize(this.conformanceCase.expected("warnings").size());
	}

	private void assertTopological(List<String> steps) {
		List<String> oldestFirst = new ArrayList<>(steps);
		if (operation().equals("downgrade")) {
			Collections.reverse(oldestFirst);
		}
		Graphs.assertTopological(this.graph, oldestFirst);
	}

	private void assertFinalHeads(MigrationPlan<?> plan) {
		assertThat(plan.finalHeads()).isEqualTo(ConformanceCase.strings(this.conformanceCase.expected("final_heads")));
	}

	// the row changes lead from the rows before to those after, and none is ever wrong
	private static void assertRowsAddUp(MigrationPlan<?> plan) {
		TreeSet<String> rows = new TreeSet<>(plan.startHeads());
		for (MigrationStep step : plan.steps()) {
			for (RowChange change : step.rowChanges()) {
				if (change instanceof RowChange.Insert insert) {
					assertThat(rows.add(insert.id())).isTrue();
				}
				else if (change instanceof RowChange.Delete delete) {
					assertThat(rows.remove(delete.id())).isTrue();
				}
				else if (change instanceof RowChange.Update update) {
					assertThat(rows.remove(update.from()) && rows.add(update.to())).isTrue();
				}
			}
			assertThat(step.headsAfter()).isEqualTo(List.copyOf(rows));
		}
		assertThat(plan.finalHeads()).isEqualTo(List.copyOf(rows));
	}

	private static void assertStep(RevisionStep step, JsonNode expected) {
		assertThat(step.direction() == Direction.UPGRADE).isEqualTo(expected.get("direction").asString().equals("up"));
		assertThat(step.headsAfter()).as("heads after " + step)
			.isEqualTo(ConformanceCase.strings(expected.get("heads_after")));
		if (expected.has("rows")) {
			List<List<String>> rows = new ArrayList<>();
			expected.get("rows").forEach((row) -> rows.add(ConformanceCase.strings(row)));
			assertThat(step.rowChanges()).as("rows of " + step).map(PlanCase::row).isEqualTo(rows);
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

}
