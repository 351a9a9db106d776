package dev.limbeck.dialect.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.Psql;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PsqlText}, with psql itself where there is one.
 */
class PsqlTextTests {

	private final PostgresqlDialect dialect = new PostgresqlDialect();

	@ParameterizedTest
	@ValueSource(strings = { "SELECT ':USER', \":USER\", $$:USER :'USER'$$, E':USER' -- :USER\n/* :USER */",
			"SELECT 1::int, '2'::text, a[1:]::int[], a[ : ]", "SELECT f(a := 1, b =>2)", "SELECT a[1 : n]",
			"SELECT E'it''s \\' here'", "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
			"CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN n > 1 THEN CASE n WHEN 2 THEN 3 "
					+ "END ELSE 4 END; SELECT (SELECT 1 AS end); END",
			"CREATE FUNCTION f(begin int) RETURNS int LANGUAGE sql AS $$ SELECT 1 AS end $$",
			"SELECT 1 AS end, CASE WHEN true THEN 1 END" })
	void whatPsqlReadsAsTheServerDoesStays(String sql) {
		assertThat(PsqlText.of(sql)).isSameAs(sql);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					SELECT a[1:n]                        | SELECT a[1: n]
					SELECT a[:USER]                      | SELECT a[: USER]
					SELECT a[1:"n"], a[1:'2'], a[1:$1]   | SELECT a[1: "n"], a[1: '2'], a[1: $1]
					SELECT a[1:É]                        | SELECT a[1: É]
					SELECT a[1::int:n::int]              | SELECT a[1::int: n::int]
					SELECT json_object('a':x, 'b':'c')   | SELECT json_object('a': x, 'b': 'c')
					SELECT a[1:(n)], a[1:-n]             | SELECT a[1:(n)], a[1:-n]
					CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS '' | CREATE FUNCTION "begin"() RETURNS int LANGUAGE sql AS ''
					CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT 1 AS End, t.end, 2 end, t.case FROM t; END | \
					CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT 1 AS "end", t."end", 2 "end", t."case" FROM t; END
					CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END end, 3 AS case; END | \
					CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END "end", 3 AS "case"; END
					""")
	void whatPsqlWouldMisreadIsWrittenInAnotherWay(String sql, String expected) {
		assertThat(PsqlText.of(sql)).isEqualTo(expected);
	}

	@Test
	void continuedEscapeStringHasDoubledQuotes() {
		assertThat(PsqlText.of("SELECT E'a\\'b' -- it's\n '\\'c\\\\'\n'\\\\\\'d'"))
			.isEqualTo("SELECT E'a\\'b' -- it's\n '''c\\\\'\n'\\\\''d'");
	}

	@Test
	void labelThatLooksLikeTheStartOfCaseIsRefused() {
		String sql = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1 case; END";
		assertThatExceptionOfType(SqlSyntaxException.class).isThrownBy(() -> PsqlText.of(sql))
			.withMessageContaining("double quotes")
			.satisfies((ex) -> assertThat(ex.getOffset()).isEqualTo(sql.indexOf("BEGIN")));
	}

	@Test
	void parenthesisWithoutEndIsRefused() {
		assertThatExceptionOfType(SqlSyntaxException.class).isThrownBy(() -> PsqlText.of("INSERT INTO t VALUES ((1)"))
			.withMessageContaining("parenthesis");
	}

	@Test
	void serverReadsTheSame() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		List<String> expressions = new ArrayList<>(List.of("E'a\\'b' -- it's\n '\\'c\\\\'\n'\\\\\\'d'",
				"(ARRAY[1,2,3])[1:n]", "(ARRAY[1,2,3])[:n]", "(ARRAY[1,2,3])[1:'2']"));
		if (database.version() >= 16) {
			expressions.add("json_object('a':n, 'b':'c', n:\"n\")");
		}
		for (String expression : expressions) {
			String sql = "SELECT " + expression + " FROM (VALUES (2)) v(n)";
			assertThat(PsqlText.of(sql)).isNotEqualTo(sql);
			assertThat(database.query(PsqlText.of(sql))).isEqualTo(database.query(sql)).hasSize(1);
		}
	}

	@TestFactory
	Stream<DynamicTest> psqlFindsTheSameStatements(@TempDir Path directory) {
		return Psql.find()
			.flatMap((psql) -> Stream.of(
					DynamicTest.dynamicTest("in the cases of the splitter", () -> check(psql, directory, cases())),
					DynamicTest.dynamicTest("in made up scripts", () -> check(psql, directory, madeUp()))));
	}

	private void check(Psql psql, Path directory, List<String> scripts) throws IOException {
		List<String> statements = new ArrayList<>();
		for (String script : scripts) {
			this.dialect.splitter().split(script).forEach((statement) -> add(statement, statements));
		}
		Path file = directory.resolve("script.sql");
		Files.writeString(file, String.join(";\n", statements) + ";\n", StandardCharsets.UTF_8);
		try (RecordingServer server = new RecordingServer()) {
			Psql.Outcome outcome = psql.run(Map.of("PGHOST", "localhost", "PGPORT", String.valueOf(server.port()),
					"PGUSER", "bob", "PGDATABASE", "d"), "-q", "-v", "n=9", "-v", "x=9", "-f", file.toString());
			assertThat(outcome.exitCode()).as(outcome.output()).isZero();
			List<String> queries = server.queries();
			for (int i = 0; i < statements.size(); i++) {
				assertThat(withoutEmptyLines(queries.get(i))).isEqualTo(withoutEmptyLines(statements.get(i) + ";"));
			}
			assertThat(queries).hasSameSizeAs(statements);
		}
	}

	private static void add(SqlStatement statement, List<String> statements) {
		try {
			statements.add(PsqlText.of(statement.text()));
		}
		catch (SqlSyntaxException ex) {
			assertThat(statement.text()).containsPattern("(?i)atomic|\\(");
		}
	}

	// psql leaves empty lines out
	private static String withoutEmptyLines(String text) {
		return text.replaceAll("\n+", "\n");
	}

	private static List<String> cases() {
		return SplitterCase.load().stream().filter(SplitterCase::isValid).map(SplitterCase::sql).toList();
	}

	private static List<String> madeUp() {
		ScriptGenerator generator = new ScriptGenerator(7);
		return Stream.generate(() -> generator.next().text()).limit(2000).toList();
	}

}
