package dev.limbeck.revision;

import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link GraphLoader} and {@link CycleCheck}: graphs that are refused.
 */
class GraphLoaderTests {

	@Test
	void anIdUsedTwiceNamesBothFiles() {
		List<Revision> revisions = List.of(
				new Revision("a", List.of(), List.of(), List.of(), "one", "versions/a_one.sql:3"),
				new Revision("a", List.of(), List.of(), List.of(), "two", "versions/a_two.sql:3"));
		assertThatExceptionOfType(DuplicateRevisionException.class).isThrownBy(() -> RevisionGraph.of(revisions))
			.withMessageContaining("'a'")
			.withMessageContaining("versions/a_one.sql:3")
			.withMessageContaining("versions/a_two.sql:3")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("another id"));
	}

	@Test
	void aLabelUsedTwiceNamesBothRevisions() {
		assertThat(refusal("a: | | orders", "b: a | | orders")).isInstanceOf(DuplicateBranchLabelException.class)
			.hasMessageContaining("'orders'")
			.hasMessageContaining("'a' (a.sql:1)")
			.hasMessageContaining("'b' (b.sql:1)");
	}

	@Test
	void aLabelThatIsAnIdIsRefused() {
		assertThat(refusal("a", "b: a | | a")).hasMessageContaining("is also the id of revision 'a'");
		assertThat(refusal("a", "b: a | | b").category()).isEqualTo("duplicate-branch-label");
	}

	@Test
	void aMissingDownRevisionNamesWhoWantsIt() {
		RevisionException ex = refusal("a", "b: gone");
		assertThat(ex).hasMessage("Revision 'b' (b.sql:1) has the down revision 'gone', which does not exist.");
		assertThat(ex.category()).isEqualTo("missing-down-revision");
		assertThat(ex.getAction()).startsWith("Restore the missing revision");
	}

	@Test
	void anAbbreviatedDownRevisionIsRefusedWithAHint() {
		assertThat(refusal("abcd1234", "b: abcd").getAction())
			.startsWith("Did you mean revision 'abcd1234' (abcd1234.sql:1)?");
		assertThat(refusal("a: | | orders", "b: orders").getAction()).startsWith("Did you mean revision 'a'");
	}

	@Test
	void aMissingDependencyNamesWhoWantsIt() {
		RevisionException ex = refusal("a: | orders");
		assertThat(ex).hasMessage("Revision 'a' (a.sql:1) depends on 'orders', which does not exist.");
		assertThat(ex.category()).isEqualTo("missing-dependency");
	}

	@Test
	void selfLoopsAreRefused() {
		assertThat(refusal("a: a").category()).isEqualTo("self-loop");
		assertThat(refusal("a: | a").category()).isEqualTo("dependency-self-loop");
		assertThat(refusal("a: | orders | orders").category()).isEqualTo("dependency-self-loop");
	}

	@Test
	void aCycleIsShownWholeAndInOrder() {
		RevisionException ex = refusal("a: c", "b: a", "c: b", "d: c");
		assertThat(ex.category()).isEqualTo("cycle");
		assertThat(ex).hasMessage("3 revisions form a cycle: 'a' (a.sql:1) has the down revision 'c' (c.sql:1), "
				+ "which has the down revision 'b' (b.sql:1), which has the down revision 'a'.");
	}

	@Test
	void aCycleBetweenABaseAndAHeadIsFound() {
		assertThat(refusal("a", "b: a d", "c: b", "d: c", "e: d").category()).isEqualTo("cycle");
	}

	@Test
	void aCycleThroughADependencySaysWhichEdgeItIs() {
		RevisionException ex = refusal("a1", "a2: a1 | b2", "b1", "b2: b1 | a2");
		assertThat(ex.category()).isEqualTo("dependency-cycle");
		assertThat(ex).hasMessageContaining("'a2' (a2.sql:1) depends on 'b2' (b2.sql:1), which depends on 'a2'");
		assertThat(((RevisionCycleException) ex).getCycle()).containsExactly("a2", "b2");
	}

	@Test
	void aLongCycleIsFoundWithoutRecursion() {
		List<Revision> ring = IntStream.range(0, 20_000)
			.mapToObj((i) -> Graphs.revision("r%d: r%d".formatted(i, (i + 1) % 20_000)))
			.toList();
		RevisionCycleException ex = catchThrowableOfType(RevisionCycleException.class, () -> RevisionGraph.of(ring));
		assertThat(ex.getCycle()).hasSize(20_000);
	}

	private static RevisionException refusal(String... lines) {
		ThrowableAssert.ThrowingCallable load = () -> Graphs.graph(lines);
		RevisionException ex = catchThrowableOfType(RevisionGraphException.class, load);
		assertThat(ex).isNotNull();
		assertThat(ex.getAction()).isNotBlank();
		return ex;
	}

}
