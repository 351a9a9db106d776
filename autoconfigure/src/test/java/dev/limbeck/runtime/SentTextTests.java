package dev.limbeck.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the file says is what the server gets, to the byte.
 */
class SentTextTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private Runs runs;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.runs = new Runs(this.database, this.directory);
	}

	private void operators() {
		for (String name : List.of("?", "??", "???", "????", "?|", "?&", "@?", "??|", "?#?", "#??")) {
			this.database.execute("CREATE FUNCTION f" + Math.abs(name.hashCode())
					+ "(int, int) RETURNS text LANGUAGE sql AS $f$ SELECT $t$" + name + "$t$::text $f$");
		}
	}

	@Test
	void operatorsOfQuestionMarksAreCreatedAndCalledUnderTheirOwnNames() {
		operators();
		StringBuilder create = new StringBuilder();
		StringBuilder view = new StringBuilder("CREATE VIEW v AS SELECT ");
		List<String> names = List.of("?", "??", "???", "????", "?|", "?&", "@?", "??|", "?#?", "#??");
		for (String name : names) {
			create.append("CREATE OPERATOR ")
				.append(name)
				.append(" (LEFTARG = int, RIGHTARG = int, FUNCTION = f")
				.append(Math.abs(name.hashCode()))
				.append(");\n");
			view.append((view.length() > 26) ? ", " : "")
				.append("1 ")
				.append(name)
				.append(" 2 AS \"")
				.append(name)
				.append('"');
		}
		this.directory.write("a1", "", create + view.append(";\n").toString());
		this.runs.start();
		assertThat(this.database
			.query("SELECT oprname FROM pg_operator WHERE oid >= 16384 ORDER BY oprname COLLATE \"C\""))
			.containsExactlyElementsOf(names.stream().sorted().toList());
		for (String name : names) {
			assertThat(this.database.query("SELECT \"" + name + "\" FROM v")).containsExactly(name);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { " ?? ??? ?", "a ?? b -- ??", "/* ?? */ {fn now()} {d '2020-01-01'} {ts ?}", "\\\\ ?? \\'",
			"'??' \"??\" $x$ ?? $x$", "caf\u00e9 \ud83d\ude00 \u6570 ??", "line\nline ??\n\tend", "E'\\'??' -- '" })
	void bodyOfAFunctionIsStoredAsItIsWritten(String body) {
		this.directory.writeFile("a1.sql",
				"-- a\n-- revision: a1\n\n-- migrate:upgrade\nSET check_function_bodies = off;\n"
						+ "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $body$" + body + "$body$;\n");
		this.runs.start();
		assertThat(this.database
			.query("SELECT encode(convert_to(prosrc, 'UTF8'), 'hex') FROM pg_proc WHERE proname = 'f'"))
			.containsExactly(HexFormat.of().formatHex(body.getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 ?? 2", "1 ??? 2 /* ?? */", "1 ???? 2 -- ??\n",
			"'??' || \"??\" FROM (SELECT 'x' AS \"??\") t", "E'\\\\ ?? ' || '??', 1 ?? 2 ?? 3" })
	void statementThatRunsIsTheOneOfTheFile(String expression) {
		this.database.execute("CREATE FUNCTION sent(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
		String statement = "INSERT INTO log SELECT query, (" + "SELECT count(*) FROM (SELECT " + expression + ") s)\n"
				+ "FROM pg_stat_activity WHERE pid = pg_backend_pid()";
		this.directory.write("a1", "",
				"CREATE TABLE log (query text, n int);\n"
						+ "CREATE OPERATOR ?? (LEFTARG = int, RIGHTARG = int, FUNCTION = sent);\n"
						+ "CREATE OPERATOR ??? (LEFTARG = int, RIGHTARG = int, FUNCTION = sent);\n"
						+ "CREATE OPERATOR ???? (LEFTARG = int, RIGHTARG = int, FUNCTION = sent);\n" + statement + ";");
		this.runs.start();
		assertThat(this.database.query("SELECT query FROM log")).containsExactly(statement);
	}

	@Test
	void positionBehindQuestionMarksIsThatOfTheFile() {
		this.database.execute("CREATE FUNCTION sent(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1'; "
				+ "CREATE OPERATOR ???? (LEFTARG = int, RIGHTARG = int, FUNCTION = sent)");
		this.directory.write("a1", "", "SELECT 1 ?? 2, 3 ?? 4, nowhere;");
		assertThatExceptionOfType(StatementFailedException.class).isThrownBy(this.runs::start)
			.withMessageContaining("a1.sql:7:24");
	}

}
