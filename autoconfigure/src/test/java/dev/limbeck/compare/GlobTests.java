package dev.limbeck.compare;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Glob}.
 */
class GlobTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "temp_*, temp_, true", "temp_*, temp_x, true", "temp_*, tem, false", "*, anything, true",
					"*, \"\", true", "\"\", \"\", true", "\"\", a, false", "a?c, abc, true", "a?c, ac, false",
					"?, ä, true", "?, 😀, true", "*a*b, xaybzb, true", "*a*b, xaybz, false", "a.b, axb, false",
					"[a-z]+, b, false", "\\Qa, a, false", "*ab*cd*, xabxabcdx, true", "**, a, true", "*a, a*a, true",
					"users.*_id, users.team_id, true" })
	void nameIsMatchedAsAWhole(String glob, String name, boolean matches) {
		assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'',
			value = { "\"a.b\", a.b, true", "app.\"a.b\", app.a.b, true", "\"a.b\".*, a.b.c, true", "\"a*\", a*, true",
					"\"a*\", ab, false", "\"a\"\"b\", a\"b, true", "a\"b, a\"b, true", "\"a, \"a, true",
					"\"a\"b, \"a\"b, true" })
	void nameInDoubleQuotesIsTakenAsItIs(String glob, String name, boolean matches) {
		assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
	}

	@Test
	@Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
	void manyAsterisksAreMatchedAtOnce() {
		String name = "a".repeat(60);
		assertThat(new Glob("*a".repeat(28) + "b").matches(name)).isFalse();
		assertThat(new Glob("*a".repeat(28) + "*").matches(name)).isTrue();
	}

}
