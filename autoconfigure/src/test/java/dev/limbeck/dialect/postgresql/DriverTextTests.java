package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.test.PostgresServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pgjdbc makes of the statements that it is given: it splits them again, in its own
 * way.
 */
class DriverTextTests {

	// A dollar quote glued to a number: the driver cuts it, and the server refuses both
	// halves; nobody writes that
	private static final Set<String> NOT_HELPED = Set.of("parameter, then a dollar quote",
			"number, then a dollar quote");

	private final PostgresqlDialect dialect = new PostgresqlDialect();

	@TestFactory
	Stream<DynamicTest> statementsStayWhole() {
		return SplitterCase.load()
			.stream()
			.filter((each) -> each.isValid() && !NOT_HELPED.contains(each.name()))
			.map((each) -> DynamicTest.dynamicTest(each.name(),
					() -> this.dialect.splitter().split(each.sql()).forEach(this::check)));
	}

	@Test
	void statementsOfMadeUpScriptsStayWhole() {
		ScriptGenerator generator = new ScriptGenerator(42);
		for (int i = 0; i < 2000; i++) {
			this.dialect.splitter().split(generator.next().text()).forEach(this::check);
		}
	}

	private void check(SqlStatement statement) {
		String text = this.dialect.forDriver(statement);
		List<String> parsed = parse(text);
		assertThat(parsed).as(statement.text()).containsExactly(text);
		assertThat(text).hasSameSizeAs(statement.text());
	}

	private static List<String> parse(String sql) {
		try {
			List<String> commands = new ArrayList<>();
			for (NativeQuery query : Parser.parseJdbcSql(sql, true, false, true, false, true)) {
				commands.add(query.nativeSql);
			}
			return commands;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void doubledQuoteInEscapeStringKeepsItsMeaning() throws SQLException {
		List<String> literals = List.of("E'x''y;\\'z'", "E'''\\';'", "e'\\''''", "E'\\\\''\\';'", "E'a' \n '''\\';'",
				"E''''", "E'\\\\'", "E''", "e'a''' -- E'b''\n '\\';'''");
		try (Connection connection = PostgresServer.shared().createDatabase().connect();
				Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (String literal : literals) {
				String expected = "SELECT " + literal;
				String sent = this.dialect.forDriver(new SqlStatement(expected, 0, 1));
				try (ResultSet row = statement.executeQuery(sent)) {
					assertThat(row.next()).isTrue();
					assertThat(row.getString(1)).as(literal).isEqualTo(read(literal));
				}
			}
		}
	}

	// What the server understands, by a text in which the driver sees nothing
	private static String read(String literal) throws SQLException {
		try (Connection connection = PostgresServer.shared().createDatabase().connect();
				Statement statement = connection.createStatement()) {
			String body = "BEGIN RETURN " + literal + "; END";
			statement.execute("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $body$" + body + "$body$");
			try (ResultSet row = statement.executeQuery("SELECT f()")) {
				row.next();
				return row.getString(1);
			}
		}
	}

	@Test
	void commentThatStartsWithSlashIsBlanked() {
		assertThat(this.dialect.forDriver(new SqlStatement("SELECT /*/ it's;\n\u00FC /**/ */ 1 -- /*/ ';", 0, 1)))
			.isEqualTo("SELECT /*       \n\u00FC      */ 1 -- /*/ ';");
	}

	@Test
	void routineThatBeginsWithAnEmptyStatementIsCreated() throws SQLException {
		String sql = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT 1; END";
		try (Connection connection = PostgresServer.shared().createDatabase().connect();
				Statement statement = connection.createStatement()) {
			statement.execute(this.dialect.forDriver(new SqlStatement(sql, 0, 1)));
			try (ResultSet row = statement.executeQuery("SELECT f()")) {
				assertThat(row.next()).isTrue();
				assertThat(row.getInt(1)).isEqualTo(1);
			}
		}
	}

	@Test
	void otherTextIsGivenAsItIs() {
		for (String sql : List.of("SELECT 'x''y'", "SELECT $$E'x''y'$$", "SELECT 1 -- E'x''y'", "SELECT \"E''x\"",
				"SELECT name'x''y'", "SELECT U&'x''y'", "/* E'x''y' */ SELECT 1")) {
			assertThat(this.dialect.forDriver(new SqlStatement(sql, 0, 1))).isSameAs(sql);
		}
	}

}
