package dev.limbeck.script;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ShellWords}.
 */
class ShellWordsTests {

	@Test
	void wordsAreSplitAsByTheShell() {
		assertThat(ShellWords.split("")).isEmpty();
		assertThat(ShellWords.split("  a  b\tc\nd ")).containsExactly("a", "b", "c", "d");
		assertThat(ShellWords.split("'a b' \"c d\" e' f'\"g\"")).containsExactly("a b", "c d", "e fg");
		assertThat(ShellWords.split("'' \"\"")).containsExactly("", "");
		assertThat(ShellWords.split("'a\\b\"' \"c\\\"d\\\\e\\f'\" g\\ h")).containsExactly("a\\b\"", "c\"d\\e\\f'",
				"g h");
	}

	@Test
	void nothingIsReplaced() {
		assertThat(ShellWords.split("$HOME `id` $(id) *.sql ; rm | x && y > z ~"))
			.isEqualTo(List.of("$HOME", "`id`", "$(id)", "*.sql", ";", "rm", "|", "x", "&&", "y", ">", "z", "~"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "a \"b", "\"a\\\"", "a\\" })
	void lineThatDoesNotEndIsRefused(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split(line));
	}

}
