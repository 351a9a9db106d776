package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UpgradePlanner}.
 */
class UpgradePlannerTests {

	private final RevisionGraph linear = Graphs.graph("a", "b: a", "c: b", "d: c");

	private final RevisionGraph branched = Graphs.graph("a", "b: a", "c1: b", "d1: c1", "c2: b", "d2: c2", "m: d1 d2");

	private final RevisionGraph dependent = Graphs.graph("x1", "x2: x1", "y1: | x2", "y2: y1");

	@Test
	void anEmptyDatabaseGetsEverything() {
		assertUpgrade(this.linear, from(), "head", steps("a +a", "b a>b", "c b>c", "d c>d"), heads("d"));
	}

	@Test
	void onlyWhatIsPendingRuns() {
		assertUpgrade(this.linear, from("b"), "c", steps("c b>c"), heads("c"));
	}

	@Test
	void anAppliedTargetMeansNothingToDo() {
		assertUpgrade(this.linear, from("d"), "head", steps(), heads("d"));
		assertUpgrade(this.linear, from("d"), "b", steps(), heads("d"));
		assertUpgrade(this.linear, from("d"), "base", steps(), heads("d"));
	}

	@Test
	void aBranchGetsARowAndAMergeTakesItAway() {
		assertUpgrade(this.branched, from("b"), "head",
				steps("c2 b>c2", "d2 c2>d2", "c1 +c1", "d1 c1>d1", "m -d1 d2>m"), heads("m"));
	}

	@Test
	void aTargetOnOneBranchLeavesTheOtherAlone() {
		assertUpgrade(this.branched, from("c1"), "c2", steps("c2 +c2"), heads("c1", "c2"));
	}

	@Test
	void theMissingSideOfAMergeRunsFirst() {
		assertUpgrade(this.branched, from("d1"), "m", steps("c2 +c2", "d2 c2>d2", "m -d1 d2>m"), heads("m"));
	}

	@Test
	void aDependencyRunsFirstAndLosesItsRow() {
		assertUpgrade(this.dependent, from(), "heads", steps("x1 +x1", "x2 x1>x2", "y1 x2>y1", "y2 y1>y2"),
				heads("y2"));
	}

	@Test
	void headsAfterEachStepAreSortedAndComputed() {
		MigrationPlan<RevisionStep> plan = this.branched.planUpgrade(from("a"), "head");
		assertThat(plan.steps()).extracting(RevisionStep::headsAfter)
			.containsExactly(heads("b"), heads("c2"), heads("d2"), heads("c1", "d2"), heads("d1", "d2"), heads("m"));
	}

	@Test
	void severalTargetsAreOnePlan() {
		assertThat(this.branched.planUpgrade(from("b"), List.of("d2", "c1")).finalHeads()).containsExactly("c1", "d2");
		assertThatExceptionOfType(OverlappingRevisionsException.class)
			.isThrownBy(() -> this.branched.planUpgrade(from(), List.of("d2", "c2")))
			.withMessageContaining("'c2' (c2.sql:1) is already implied");
	}

	@Test
	void aRedundantDependencyDoesNotBreakThePlan() {
		RevisionGraph redundant = Graphs.graph("x1", "x2: x1", "q1", "r: q1 | x1 x2", "s: r");
		assertUpgrade(redundant, from("x2", "q1"), "heads", steps("r -q1 x2>r", "s r>s"), heads("s"));
		assertThat(redundant.planUpgrade(from(), "heads").finalHeads()).containsExactly("s");
	}

	@Test
	void anUnknownRowIsRefused() {
		assertThatExceptionOfType(UnknownCurrentRevisionException.class)
			.isThrownBy(() -> this.linear.planUpgrade(from("gone"), "head"))
			.withMessageContaining("'gone'")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("older version of the application"))
			.satisfies((ex) -> assertThat(ex.getRevisionId()).isEqualTo("gone"));
		assertThatExceptionOfType(UnknownCurrentRevisionException.class)
			.isThrownBy(() -> this.linear.isUpToDate(from("gone"), "head"));
	}

	@Test
	void overlappingRowsAreRefused() {
		assertThatExceptionOfType(OverlappingRevisionsException.class)
			.isThrownBy(() -> this.linear.planUpgrade(from("a", "c"), "head"))
			.withMessageContaining("'a' (a.sql:1) is already implied")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo("overlapping-revisions"));
		assertThatExceptionOfType(OverlappingRevisionsException.class)
			.isThrownBy(() -> this.linear.isUpToDate(from("a", "d"), "head"));
	}

	@Test
	void upToDateMeansNoSteps() {
		assertThat(this.linear.isUpToDate(from("d"), "heads")).isTrue();
		assertThat(this.linear.isUpToDate(from("d"), "b")).isTrue();
		assertThat(this.linear.isUpToDate(from("c"), "head")).isFalse();
		assertThat(this.linear.isUpToDate(from(), "heads")).isFalse();
		assertThat(this.linear.isUpToDate(from(), "base")).isTrue();
	}

	private static void assertUpgrade(RevisionGraph graph, Collection<String> rows, String target, List<String> steps,
			List<String> heads) {
		MigrationPlan<RevisionStep> plan = graph.planUpgrade(rows, target);
		assertThat(plan.steps()).map(UpgradePlannerTests::describe).isEqualTo(steps);
		assertThat(plan.finalHeads()).isEqualTo(heads);
		assertThat(plan.isEmpty()).isEqualTo(steps.isEmpty());
		assertThat(graph.isUpToDate(rows, target)).isEqualTo(steps.isEmpty());
	}

	private static String describe(RevisionStep step) {
		List<String> words = new ArrayList<>(List.of(step.revision().id()));
		for (RowChange change : step.rowChanges()) {
			if (change instanceof RowChange.Insert insert) {
				words.add("+" + insert.id());
			}
			else if (change instanceof RowChange.Delete delete) {
				words.add("-" + delete.id());
			}
			else if (change instanceof RowChange.Update update) {
				words.add(update.from() + ">" + update.to());
			}
		}
		return String.join(" ", words);
	}

	private static List<String> from(String... rows) {
		return List.of(rows);
	}

	private static List<String> steps(String... steps) {
		return List.of(steps);
	}

	private static List<String> heads(String... heads) {
		return List.of(heads);
	}

}
