package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.postgresql.ScriptGenerator.Script;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link PostgresqlStatementSplitter}.
 */
class PostgresqlStatementSplitterTests {

	private static final int TEN_MEGABYTES = 10_000_000;

	private final PostgresqlStatementSplitter splitter = new PostgresqlStatementSplitter();

	@TestFactory
	Stream<DynamicTest> splitsLikeTheServer() {
		return SplitterCase.loadChosen()
			.stream()
			.map((each) -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
	}

	private void check(SplitterCase expected) {
		if (!expected.isValid()) {
			assertThatExceptionOfType(SqlSyntaxException.class).isThrownBy(() -> this.splitter.split(expected.sql()))
				.satisfies((ex) -> assertThat(ex.getProblem()).isEqualTo(expected.error()))
				.satisfies((ex) -> assertThat(ex.getOffset()).isEqualTo(expected.at()));
			return;
		}
		List<SqlStatement> statements = this.splitter.split(expected.sql());
		assertThat(statements).extracting(SqlStatement::text).isEqualTo(expected.statements());
		if (expected.starts() != null) {
			assertThat(statements).extracting(SqlStatement::offset).isEqualTo(expected.starts());
		}
		if (expected.lines() != null) {
			assertThat(statements).extracting(SqlStatement::line).isEqualTo(expected.lines());
		}
	}

	@Test
	void linesThatRestrictPsqlAreSkipped() {
		assertThat(new PostgresqlStatementSplitter()
			.split("--\n\\restrict aB9\n-- a\n\\restrict b\nSELECT 1;\n\\unrestrict aB9\n;\n\\unrestrict\nSELECT 2"))
			.extracting(SqlStatement::text, SqlStatement::line)
			.containsExactly(tuple("SELECT 1", 5), tuple("SELECT 2", 9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\restricted x", "SELECT 1; \\restrict x", "SELECT 1\n\\restrict x\n;", "\\! ls",
			"\\connect x", "\\unrestrictx", "\\Restrict x" })
	void otherCommandsOfPsqlStayErrors(String script) {
		assertThatExceptionOfType(SqlSyntaxException.class)
			.isThrownBy(() -> new PostgresqlStatementSplitter().split(script))
			.satisfies((ex) -> assertThat(ex.getProblem()).contains("psql meta-command"))
			.satisfies((ex) -> assertThat(script.charAt(ex.getOffset())).isEqualTo('\\'));
	}

	@Test
	void findsTheStatementsOfMadeUpScripts() {
		ScriptGenerator generator = new ScriptGenerator(20261121);
		for (int i = 0; i < 20_000; i++) {
			Script script = generator.next();
			List<SqlStatement> statements = this.splitter.split(script.text());
			assertThat(statements).as(script.text()).extracting(SqlStatement::text).isEqualTo(script.statements());
			assertThat(statements).as(script.text())
				.allMatch((statement) -> script.text().startsWith(statement.text(), statement.offset()));
		}
	}

	@Test
	void splitsTheBeginningOfEveryMadeUpScriptOrNamesTheProblem() {
		ScriptGenerator generator = new ScriptGenerator(7);
		for (int i = 0; i < 20; i++) {
			String script = generator.next().text();
			for (int length = 0; length < script.length(); length++) {
				String beginning = script.substring(0, length);
				try {
					assertThat(this.splitter.split(beginning))
						.allMatch((statement) -> beginning.startsWith(statement.text(), statement.offset()));
				}
				catch (SqlSyntaxException ex) {
					assertThat(ex.getOffset()).isBetween(0, length - 1);
				}
			}
		}
	}

	@Test
	void messageSaysWhatIsWrongAndWhatToDo() {
		assertThatExceptionOfType(SqlSyntaxException.class).isThrownBy(() -> this.splitter.split("select 'a"))
			.withMessage("unterminated quoted string: add the closing single quote");
	}

	@ParameterizedTest
	@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
	@ValueSource(strings = { "insert into t values (1, 'it''s', E'\\'', \"x\", $$;$$); -- c\n", "/*", "/* ", "*/", "(",
			")", "select (1;", "'a'\n", "'a' --\n", "'a' -", "'a'", "E'\\'", "$a ", "$a", "$a$ ", "$a$b", "$$ $",
			"\"a\"\"", "a$$", "-", "--\r", "1.e", "$1$", "case ", "end ", "begin atomic ",
			"create function f begin atomic ;", "copy from ", "U&", "\u00A0", "\uD83D\uDE00", "\n", "a.", "@-/" })
	void takesTimeInProportionToTheScript(String piece) {
		String script = piece.repeat(TEN_MEGABYTES / piece.length());
		splitOrFail(script);
	}

	@Test
	@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
	void nestsAsDeepAsTheScriptIsLong() {
		int depth = 100_000;
		String comment = "/*".repeat(depth) + "*/".repeat(depth);
		String parentheses = "(".repeat(depth) + ";" + ")".repeat(depth);
		String bodies = "create function f() begin atomic ".repeat(depth) + "; end".repeat(depth);
		assertThat(this.splitter.split(comment + parentheses + ";" + bodies + ";select 1"))
			.extracting(SqlStatement::text)
			.containsExactly(parentheses, bodies, "select 1");
	}

	@Test
	@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
	void looksForTheEndOfALongTagOnce() {
		String tag = "$" + "a".repeat(TEN_MEGABYTES / 10);
		String script = tag + "$" + tag.repeat(8) + "b$" + tag + "$;select 2";
		assertThat(this.splitter.split(script)).hasSize(2);
	}

	private void splitOrFail(String script) {
		try {
			this.splitter.split(script);
		}
		catch (SqlSyntaxException ex) {
			assertThat(ex.getOffset()).isLessThan(script.length());
		}
	}

}
