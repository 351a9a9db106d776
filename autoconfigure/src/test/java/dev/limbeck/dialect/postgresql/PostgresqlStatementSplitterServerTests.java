package dev.limbeck.dialect.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.postgresql.ScriptGenerator.Script;
import dev.limbeck.dialect.postgresql.ServerSession.Answer;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a server divides scripts as {@link PostgresqlStatementSplitter} is expected
 * to. A server does not say how it divides a script, but it refuses to prepare more than
 * one statement at a time. So these hold together only if it agrees: it takes each
 * statement for one, what lies between two for nothing, and a statement on either side of
 * that for two.
 */
class PostgresqlStatementSplitterServerTests {

	private static TestDatabase database;

	private static ServerSession session;

	@BeforeAll
	static void open() throws IOException {
		database = PostgresServer.shared().createDatabase();
		database.execute("create table t (a int, b int); create table stdin (a int); create table begin (a int);"
				+ " create table \"from\" (a int, \"from\" int)");
		session = new ServerSession(database);
	}

	@AfterAll
	static void close() throws IOException {
		session.close();
	}

	@TestFactory
	Stream<DynamicTest> serverAgrees() {
		return SplitterCase.load().stream().map((each) -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
	}

	@Test
	void serverAgreesOnMadeUpScripts() throws IOException {
		ScriptGenerator generator = new ScriptGenerator(18);
		for (int i = 0; i < 300; i++) {
			Script script = generator.next();
			checkStatements(script.text(), new PostgresqlStatementSplitter().split(script.text()));
		}
	}

	private void check(SplitterCase expected) throws IOException {
		if (expected.since() != null && expected.since() > database.version()) {
			assertThat(session.parse(expected.sql()).sqlState()).isEqualTo("42601");
		}
		else if (!expected.isValid()) {
			checkError(expected);
		}
		else if (expected.server() != null) {
			checkRefused(session.parse(expected.sql()));
		}
		else {
			checkStatements(expected.sql(), statements(expected));
			checkRun(expected);
		}
	}

	// Before version 15 a name may follow a number without a space, so some are no errors
	private void checkRefused(Answer answer) {
		boolean name = database.version() < 15 && answer.hasSeveralStatements();
		assertThat(answer).matches((each) -> name || each.isRefusedByTheParser())
			.matches((each) -> !each.message().startsWith("unterminated"));
	}

	private List<SqlStatement> statements(SplitterCase expected) {
		List<SqlStatement> statements = new ArrayList<>();
		int from = 0;
		for (String text : expected.statements()) {
			int offset = expected.sql().indexOf(text, from);
			from = offset + text.length();
			statements.add(new SqlStatement(text, offset, 0));
		}
		return statements;
	}

	private void checkStatements(String script, List<SqlStatement> statements) throws IOException {
		int end = 0;
		for (SqlStatement statement : statements) {
			String gap = script.substring(end, statement.offset());
			checkGap(gap, end > 0);
			checkStatement(statement.text());
			end = statement.offset() + statement.text().length();
		}
		checkGap(script.substring(end), false);
		assertThat(session.parse(script).hasSeveralStatements()).as(script).isEqualTo(statements.size() > 1);
	}

	private void checkStatement(String statement) throws IOException {
		Answer answer = session.parse(statement);
		assertThat(answer).as(statement)
			.matches((each) -> !each.isRefusedByTheParser())
			.matches((each) -> !each.hasSeveralStatements());
	}

	private void checkGap(String gap, boolean betweenStatements) throws IOException {
		assertThat(session.query(gap).types()).as("gap '%s'", gap).isEqualTo("IZ");
		if (betweenStatements) {
			Answer answer = session.parse("select 1" + gap + "select 1");
			assertThat(answer).as("gap '%s'", gap).matches(Answer::hasSeveralStatements);
		}
	}

	// Where the whole script runs, the server also says how many statements that were
	private void checkRun(SplitterCase expected) throws IOException {
		try (ServerSession own = new ServerSession(database)) {
			Answer answer = own.query(expected.sql());
			int statements = expected.statements().size();
			if (answer.isError()) {
				assertThat(answer.count('C')).isLessThan(statements);
			}
			else {
				assertThat(answer.count('C')).isEqualTo(statements);
			}
		}
	}

	private void checkError(SplitterCase expected) throws IOException {
		try (ServerSession own = new ServerSession(database)) {
			Answer answer = own.query(expected.sql());
			if (hasIllegalCharacter(expected.sql())) {
				assertThat(answer.sqlState()).isIn("08P01", "22021");
				return;
			}
			switch (expected.error()) {
				case "COPY FROM STDIN" -> checkCopy(answer, expected);
				case "psql meta-command" -> checkPosition(answer, expected, "syntax error at or near \"\\\"");
				default ->
					checkPosition(answer, expected, (expected.server() != null) ? "unterminated" : expected.error());
			}
		}
	}

	// Such a text does not even reach the server's parser
	private boolean hasIllegalCharacter(String sql) {
		return sql.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(sql);
	}

	private void checkCopy(Answer answer, SplitterCase expected) {
		if (expected.server() != null) {
			assertThat(answer.sqlState()).isEqualTo("42601");
		}
		else {
			assertThat(answer.count('G')).isOne();
		}
	}

	private void checkPosition(Answer answer, SplitterCase expected, String message) {
		assertThat(answer.sqlState()).isEqualTo("42601");
		assertThat(answer.message()).startsWith(message);
		int position = expected.sql().codePointCount(0, expected.at()) + 1;
		assertThat(answer.position()).isEqualTo(position);
	}

}
