package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Revision}.
 */
class RevisionTests {

	@ParameterizedTest
	@ValueSource(strings = { "00ba29ba9ef0", "2.0.0", "über_1", "1", "head9999", "heads_up" })
	void idsOfEveryUsualKindAreAccepted(String id) {
		assertThat(revision(id, List.of()).id()).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "a b", "a\tb", "a@b", "a:b", "a,b", "a+1", "a-1", "head", "heads", "base", "current" })
	void idsThatCouldNotBeWrittenAsTargetAreRefused(String id) {
		assertThatExceptionOfType(IllegalRevisionIdException.class).isThrownBy(() -> revision(id, List.of()))
			.withMessageContaining("V1.sql:3")
			.satisfies((ex) -> assertThat(ex.getAction()).isNotBlank())
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo("illegal-revision-id"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "my-team", "feature-1", "rel-2024-05", "orders" })
	void labelsMayHoldHyphens(String label) {
		assertThat(revision("a", List.of(label)).branchLabels()).containsExactly(label);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a@b", "a:b", "a,b", "a+b", "-1", "head", "heads", "base", "current" })
	void labelsThatCouldNotBeWrittenAsTargetAreRefused(String label) {
		assertThatExceptionOfType(IllegalRevisionIdException.class).isThrownBy(() -> revision("a", List.of(label)))
			.withMessageContaining("V1.sql:3");
	}

	@Test
	void listsAreCopiedAndRepeatedEntriesCountOnce() {
		List<String> down = new ArrayList<>(List.of("x", "y", "x"));
		Revision revision = new Revision("a", down, List.of(), List.of(), "", "V1.sql:3");
		down.clear();
		assertThat(revision.downRevisions()).containsExactly("x", "y");
		assertThat(revision.isMergePoint()).isTrue();
		assertThat(revision.isBase()).isFalse();
	}

	private static Revision revision(String id, List<String> labels) {
		return new Revision(id, List.of(), List.of(), labels, "message", "V1.sql:3");
	}

}
