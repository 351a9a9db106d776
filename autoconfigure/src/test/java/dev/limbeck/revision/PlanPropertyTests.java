package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds for every plan, on random graphs and against {@link NaiveGraph}.
 */
class PlanPropertyTests {

	private static final int GRAPHS = 400;

	private static final String BASE = "";

	@Test
	void anUpgradeRunsWhatTheTargetsNeedAndIsNotApplied() {
		RandomGraphs random = new RandomGraphs(1);
		for (int i = 0; i < GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			List<String> rows = random.rowsOf(naive.graph());
			List<String> targets = random.rowsOf(naive.graph());
			Set<String> pending = naive.below(targets);
			pending.removeAll(naive.below(rows));
			MigrationPlan<RevisionStep> plan = naive.graph().planUpgrade(rows, targets);
			assertThat(ids(plan)).as("graph %d", i).isEqualTo(pending);
			naive.assertRowsAreMaximal(plan);
			assertThat(plan.finalHeads()).isEqualTo(naive.maximal(naive.below(join(rows, targets))));
		}
	}

	@Test
	void aDowngradeTakesBackTheChildrenOfTheTargetAndWhatNeedsThemAndNothingElse() {
		RandomGraphs random = new RandomGraphs(2);
		int refused = 0;
		for (int i = 0; i < GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			List<String> rows = random.rowsOf(naive.graph());
			String target = (i % 8 == 0) ? BASE : random.oneOf(naive.graph());
			Set<String> dropped = dropped(naive, rows, target);
			if (dropped.isEmpty() && !target.equals(BASE) && !rows.contains(target)) {
				assertThatExceptionOfType(NotAncestorException.class)
					.isThrownBy(() -> naive.graph().planDowngrade(rows, target));
				refused++;
				continue;
			}
			MigrationPlan<RevisionStep> plan = downgrade(naive, rows, target);
			assertThat(ids(plan)).as("graph %d", i).isEqualTo(dropped);
			naive.assertRowsAreMaximal(plan);
		}
		assertThat(refused).isBetween(GRAPHS / 10, GRAPHS * 9 / 10);
	}

	@Test
	void aHistoryListsWhatTheEndNeedsAndTheStartLeadsToNewestFirst() {
		RandomGraphs random = new RandomGraphs(7);
		int listed = 0;
		for (int i = 0; i < 4 * GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			String start = random.oneOf(naive.graph());
			String end = random.oneOf(naive.graph());
			if (!naive.below(List.of(end)).contains(start)) {
				assertThatExceptionOfType(NotAncestorException.class)
					.isThrownBy(() -> naive.graph().history(List.of(), start + ":" + end));
				continue;
			}
			Set<String> expected = naive.below(List.of(end));
			expected.removeAll(naive.below(naive.needs(start)));
			expected.retainAll(naive.descendants(start));
			List<String> history = Graphs.ids(naive.graph().history(List.of(), start + ":" + end));
			assertThat(history).as("graph %d", i).containsExactlyInAnyOrderElementsOf(expected);
			List<String> oldestFirst = new ArrayList<>(history);
			Collections.reverse(oldestFirst);
			naive.assertNothingIsNeededByAnEarlierOne(oldestFirst);
			listed++;
		}
		assertThat(listed).isGreaterThan(GRAPHS);
	}

	@Test
	void upToTheHeadsAndBackLeavesAllThatDoesNotFollowTheTarget() {
		RandomGraphs random = new RandomGraphs(3);
		for (int i = 0; i < GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			String target = random.oneOf(naive.graph());
			List<String> start = naive.graph().planUpgrade(List.of(), target).finalHeads();
			List<String> up = naive.graph().planUpgrade(start, "heads").finalHeads();
			assertThat(up).isEqualTo(naive.maximal(naive.ids()));
			if (naive.children(target).isEmpty() && !up.contains(target)) {
				continue;
			}
			List<String> back = downgrade(naive, up, target).finalHeads();
			Set<String> left = naive.ids();
			left.removeAll(naive.above(naive.children(target)));
			assertThat(back).as("graph %d", i).isEqualTo(naive.maximal(left));
			assertThat(naive.graph().appliedBy(back)).contains(target);
			assertThat(naive.graph().planUpgrade(back, "heads").finalHeads()).isEqualTo(up);
		}
	}

	@Test
	void aStampLeavesTheMaximalTargetsAndTheRowsThatHaveNothingToDoWithThem() {
		RandomGraphs random = new RandomGraphs(4);
		for (int i = 0; i < GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			List<String> rows = random.someOf(naive.graph());
			List<String> targets = random.someOf(naive.graph());
			Set<String> expected = new TreeSet<>(naive.maximal(targets));
			List<String> unrelated = rows.stream()
				.filter((row) -> targets.stream().noneMatch((target) -> naive.isRelated(row, target)))
				.toList();
			expected.addAll(naive.maximal(unrelated));
			List<String> stamped = naive.graph().planStamp(rows, targets, false).finalHeads();
			assertThat(stamped).as("graph %d", i).isEqualTo(List.copyOf(expected)).isEqualTo(naive.maximal(stamped));
			assertThat(naive.graph().planStamp(rows, targets, true).finalHeads()).isEqualTo(naive.maximal(targets));
		}
	}

	@Test
	void rowsOfWhichOneImpliesAnotherAreRefusedByAnUpgradeAndMendedByAStamp() {
		RandomGraphs random = new RandomGraphs(5);
		int overlapping = 0;
		for (int i = 0; i < GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			List<String> rows = random.someOf(naive.graph());
			if (naive.maximal(rows).size() == rows.size()) {
				continue;
			}
			overlapping++;
			assertThatExceptionOfType(OverlappingRevisionsException.class)
				.isThrownBy(() -> naive.graph().planUpgrade(rows, "heads"))
				.satisfies((ex) -> assertThat(ex.getAction()).contains("'stamp ").contains(naive.maximal(rows)));
			List<String> mended = naive.graph().planStamp(rows, naive.maximal(rows), false).finalHeads();
			assertThat(naive.graph().appliedBy(mended)).isEqualTo(naive.graph().appliedBy(rows));
			assertThat(naive.graph().planUpgrade(mended, "heads").finalHeads()).isEqualTo(naive.maximal(naive.ids()));
		}
		assertThat(overlapping).isGreaterThan(GRAPHS / 10);
	}

	@Test
	void aDowngradeMendsRowsOfWhichOneImpliesAnother() {
		RandomGraphs random = new RandomGraphs(6);
		for (int i = 0; i < GRAPHS; i++) {
			NaiveGraph naive = new NaiveGraph(random.next());
			List<String> rows = random.someOf(naive.graph());
			for (String target : naive.below(rows)) {
				if (!dropped(naive, rows, target).isEmpty()) {
					naive.assertRowsAreMaximal(downgrade(naive, rows, target));
				}
			}
		}
	}

	private static Set<String> dropped(NaiveGraph naive, List<String> rows, String target) {
		Set<String> applied = naive.below(rows);
		Set<String> children = naive.children(target);
		children.retainAll(applied);
		Set<String> dropped = naive.above(children);
		dropped.retainAll(applied);
		return dropped;
	}

	private static MigrationPlan<RevisionStep> downgrade(NaiveGraph naive, List<String> rows, String target) {
		return naive.graph().planDowngrade(rows, target.equals(BASE) ? "base" : target);
	}

	private static Set<String> ids(MigrationPlan<RevisionStep> plan) {
		Set<String> ids = new TreeSet<>();
		plan.steps().forEach((step) -> assertThat(ids.add(step.revision().id())).isTrue());
		return ids;
	}

	private static List<String> join(List<String> one, List<String> other) {
		Set<String> all = new TreeSet<>(one);
		all.addAll(other);
		return List.copyOf(all);
	}

}
