package dev.limbeck.script;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RevisionMessage}.
 */
class RevisionMessageTests {

	@ParameterizedTest
	@ValueSource(strings = { "create users", "it's \"quoted\" `$(x)` ${y} {{z}} %s", "*/ DROP TABLE t; /*", "../../x",
			"; DROP TABLE t;", "-- migrate:upgrade", "migrate:upgrade", "migrate: downgrade", "migrate downgrade",
			"+migrate Up", "migration down", "revision: x", "Revision : x", "down-revision: x", "depends on: x",
			"revison: x", "ticket: 123", "ticket:", "note: a", "\\", "\\x", "\\\\", "\\revision: x", "日本語 😀 é",
			"👩‍👩‍👧", "https://example.org/a", "a -- b", "--", "'", "\\migrate:upgrade" })
	void messageIsReadAsItWasGiven(String message) {
		assertThat(read(message).revision().message()).isEqualTo(message);
		assertThat(read(message).description()).isEmpty();
		assertThat(read(message).revision().id()).isEqualTo("a1");
		assertThat(read("title\n" + message).description()).isEqualTo(message);
	}

	@Test
	void furtherLinesAreTheDescription() {
		SqlRevision script = read("  title \r\n\r\n  one\rrevision: two\n-- migrate:downgrade\n\n");
		assertThat(script.revision().message()).isEqualTo("title");
		assertThat(script.description()).isEqualTo("one\nrevision: two\n-- migrate:downgrade");
		assertThat(script.downgrade()).isNull();
	}

	@Test
	void controlCharactersAreReplaced() {
		assertThat(read("a\0b\u001B[31mc").revision().message()).isEqualTo("a b [31mc");
		assertThat(read("a\tb\u2028c\u0085d").revision().message()).isEqualTo("a b c d");
		assertThat(read("a\u202Eb\uFEFF").revision().message()).isEqualTo("ab");
		assertThat(read("a\uD800b").revision().message()).isEqualTo("a b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t\n", "\0" })
	void messageWithoutTextIsAlembics(String message) {
		assertThat(read(message).revision().message()).isEqualTo("empty message");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Create User table                                  | create_user_table
			it's a "test" -- ../../etc                         | it_s_a_test_etc
			Größe: Straße_1                                    | größe_straße_1
			日本語 текст                                         | 日本語_текст
			!!!                                                | ''
			a very long message that has to be cut back to words | a_very_long_message_that_has_to_be_cut_
			aaaaaaaaaabbbbbbbbbbccccccccccddddddddddX          | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd_
			aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd           | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd
			""")
	void slugIsAlembics(String message, String slug) {
		assertThat(RevisionMessage.of(message).slug(40)).isEqualTo(slug);
	}

	@Test
	void slugIsOfTheFirstLineAndComposesLetters() {
		assertThat(RevisionMessage.of("Cafe\u0301\nbody").slug(40)).isEqualTo("caf\u00E9");
	}

	@Test
	void slugIsCutBetweenCharacters() {
		assertThat(RevisionMessage.of("\uD840\uDC00".repeat(5)).slug(3)).isEqualTo("\uD840\uDC00".repeat(3) + "_");
	}

	private static SqlRevision read(String message) {
		String text = "-- " + RevisionMessage.of(message).toComment() + "\n-- revision: a1\n-- migrate:upgrade\n";
		return RevisionFileParser.parse("a1.sql", text.getBytes(StandardCharsets.UTF_8));
	}

}
