package dev.limbeck.revision;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TargetResolver}.
 */
class TargetResolverTests {

	private final RevisionGraph graph = Graphs.graph("abc", "abcd1234: abc", "abcd5678: abcd1234",
			"head9999: abcd5678 | | my-team feature-1", "xyz: | head9999");

	@ParameterizedTest
	@CsvSource({ "abc, abc", "abcd1, abcd1234", "h, head9999", "hea, head9999", "my-team, head9999", "my-, head9999",
			"feature-1, head9999", "xyz, xyz" })
	void idsLabelsAndUniqueBeginningsAreFound(String target, String id) {
		assertThat(resolve(target)).containsExactly(id);
	}

	@Test
	void headsAreTheEffectiveOnes() {
		assertThat(resolve("heads")).containsExactly("xyz");
	}

	@Test
	void baseIsNoRevision() {
		assertThat(resolve("base")).isEmpty();
		assertThat(this.graph.resolveOne("base")).isNull();
	}

	@Test
	void headIsRefusedWhenThereAreSeveralEvenIfOneIsADependency() {
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> resolve("head"))
			.withMessageContaining("'head9999' (head9999.sql:1), 'xyz' (xyz.sql:1)")
			.satisfies((ex) -> assertThat(ex.getHeads()).containsExactly("head9999", "xyz"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("merge", "'heads'"));
	}

	@Test
	void oneRevisionIsRefusedForSeveral() {
		RevisionGraph forked = Graphs.graph("a", "b: a", "c: a");
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> forked.resolveOne("heads"))
			.withMessageContaining("'heads'");
	}

	@Test
	void anAmbiguousBeginningListsTheFirstCandidates() {
		assertThatExceptionOfType(AmbiguousRevisionException.class).isThrownBy(() -> resolve("abcd"))
			.withMessageContaining("abcd1234, abcd5678")
			.satisfies((ex) -> assertThat(ex.getCandidates()).containsExactly("abcd1234", "abcd5678"));
		RevisionGraph many = Graphs.graph("aaaa", "aaab", "aaac", "aaad", "aaae");
		assertThatExceptionOfType(AmbiguousRevisionException.class).isThrownBy(() -> many.resolve("a"))
			.withMessageContaining("aaaa, aaab, aaac and 2 more");
	}

	@Test
	void idsOfThreeCharactersAreNotAbbreviated() {
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> resolve("xy"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("three characters"));
	}

	@Test
	void aMisspeltIdListsNearOnes() {
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> resolve("abcd1243"))
			.withMessageContaining("Did you mean abcd1234?");
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> resolve("zzzzzzzz"))
			.withMessage("There is no revision or branch label 'zzzzzzzz'.");
		assertThatExceptionOfType(RevisionNotFoundException.class).isThrownBy(() -> resolve(" "));
	}

	@Test
	void aRangeIsNotAllowed() {
		assertThatExceptionOfType(RangeException.class).isThrownBy(() -> resolve("abc:head"))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo("range-not-allowed"));
	}

	private List<String> resolve(String target) {
		return Graphs.ids(this.graph.resolve(target));
	}

}
