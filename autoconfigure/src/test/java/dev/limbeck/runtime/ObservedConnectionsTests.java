package dev.limbeck.runtime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObservedConnections}.
 */
class ObservedConnectionsTests {

	@Test
	void urlIsToldWithoutSecrets() {
		assertThat(ObservedConnections.withoutSecrets("jdbc:postgresql://me:secret@h:1/d?password=x"))
			.isEqualTo("jdbc:postgresql://h:1/d");
	}

}
