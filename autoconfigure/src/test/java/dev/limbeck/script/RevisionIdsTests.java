package dev.limbeck.script;

import java.util.HashSet;
import java.util.Set;

import dev.limbeck.failure.MigrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionIds}.
 */
class RevisionIdsTests {

	@Test
	void randomIdsAreTwelveDigits() {
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < 1000; i++) {
			String id = RevisionIds.random();
			assertThat(RevisionIds.require(id)).matches("[0-9a-f]{12}");
			ids.add(id);
		}
		assertThat(ids).hasSize(1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\nb", "head", "heads", "base", "current", "a@b", "a:b", "a,b", "a+1",
			"a-1", "123456789012345678901234567890123" })
	void idThatCannotBeOneIsRefused(String id) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> RevisionIds.require(id));
	}

}
