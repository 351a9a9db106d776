package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.UnwritableOperationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SqlFragment}.
 */
class SqlFragmentTests {

	@Test
	void fragmentIsWhatIsBetweenCommentsAndSemicolons() {
		assertThat(SqlFragment.of("query", " /* a */ SELECT 1 -- b\n ; ")).isEqualTo("SELECT 1");
		assertThat(SqlFragment.of("condition", "a = ';)' AND b = $$;($$ AND \"c;)\" = (1)"))
			.isEqualTo("a = ';)' AND b = $$;($$ AND \"c;)\" = (1)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "a > 0); DROP TABLE t; -- | has a semicolon in it",
					"a > 0) OR (b | has parentheses that do not match", "(a | has parentheses that do not match",
					"(a; b) | has a semicolon in it", "a = 'x | has an unterminated quoted string at position 5",
					"a /* x | has an unterminated /* comment at position 3", "-- a | is empty" })
	void whatWouldLeaveItsPlaceIsRefused(String sql, String problem) {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> SqlFragment.of("check condition", sql))
			.withMessage("The check condition '" + sql + "' " + problem + ".");
	}

	@Test
	void nulIsRefused() {
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> SqlFragment.of("query", "a\0"))
			.withMessageContaining("NUL character at position 2");
	}

}
