package dev.limbeck.dialect.postgresql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileText}.
 */
class FileTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 'a\nb\t\\', \"x\ny\", $$a\n$$, E'a\\r\\n\nb', N'a', U&'\\000D', 1::text",
			"COMMENT ON TABLE t IS '日本語 😀 é 👩\u200d👩'", "SELECT '{x}', '$', '$x', $f$ ${x} $f$" })
	void whatIsSeenStaysAsItIs(String statement) {
		assertThat(of(statement)).isEqualTo(statement);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SELECT 'a¶''\\b'            | SELECT E'a\\r''\\\\b'
			SELECT 'a¶~b'               | SELECT E'a\\r~b'
			SELECT E'a¶\\¶\\'b''\\\\c'  | SELECT E'a\\r\\r\\'b''\\\\c'
			SELECT $x$a¶'\\$x$          | SELECT E'a\\r''\\\\'
			SELECT "a¶""\\b"            | SELECT U&"a\\000d""\\\\b"
			SELECT date'a¶'             | SELECT date E'a\\r'
			SELECT 1AS"a¶"              | SELECT 1AS U&"a\\000d"
			SELECT 'a'~'b¶'             | SELECT E'ab\\r'
			SELECT E'a'~ 'b¶'           | SELECT E'a'~ 'b\\r'
			SELECT $$ ${x} $$           | SELECT $body$ ${x} $body$
			SELECT $$ ${x} $body$ $$    | SELECT $body1$ ${x} $body$ $body1$
			""")
	void whatIsLostIsEscaped(String statement, String expected) {
		assertThat(of(statement.replace('¶', '\r').replace('~', '\n'))).isEqualTo(expected.replace('~', '\n'));
	}

	@Test
	void whatCannotBeSeenIsEscaped() {
		assertThat(of("SELECT '\u001b\u0085\u202e\ufeff\udb40\udc41'"))
			.isEqualTo("SELECT E'\\x1b\\u0085\\u202e\\ufeff\\U000e0041'");
		assertThat(of("SELECT \"\u001b\u202e\udb40\udc41\"")).isEqualTo("SELECT U&\"\\001b\\202e\\+0e0041\"");
	}

	@Test
	void whatIsMisreadIsEscaped() {
		assertThat(FileText.of("SELECT 'a\nb\nc', $$\nb$$, \"\nb\", E'\nb\\\nb'",
				(text, offset) -> text.startsWith("\nb", offset)))
			.isEqualTo("SELECT E'a\\nb\nc', E'\\nb', U&\"\\000ab\", E'\\nb\\nb'");
	}

	private static String of(String statement) {
		return FileText.of(statement, (text, offset) -> false);
	}

}
