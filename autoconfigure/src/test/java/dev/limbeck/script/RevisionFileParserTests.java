package dev.limbeck.script;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link RevisionFileParser}.
 */
class RevisionFileParserTests {

	private static final int TEN_MEGABYTES = 10_000_000;

	private static final String HEADER = "-- make a\n-- revision: a1\n";

	@Test
	void readsEveryPartOfAFile() {
		SqlRevision script = parse("""
				-- create user table
				--
				-- Users log in with a name.
				-- Their passwords are elsewhere.
				--
				-- revision: 00ba29ba9ef0
				-- down_revision: be5c4de9546c, ce5c4de9546c
				-- branch_labels: users
				-- depends_on: x1,y1,
				-- create_date: 2026-11-21T10:15:30Z

				-- migrate:upgrade
				CREATE TABLE users ();

				-- migrate:downgrade
				DROP TABLE users;
				""");
		assertThat(script.revision().id()).isEqualTo("00ba29ba9ef0");
		assertThat(script.revision().message()).isEqualTo("create user table");
		assertThat(script.revision().downRevisions()).containsExactly("be5c4de9546c", "ce5c4de9546c");
		assertThat(script.revision().branchLabels()).containsExactly("users");
		assertThat(script.revision().dependsOn()).containsExactly("x1", "y1");
		assertThat(script.file()).isEqualTo("r.sql");
		assertThat(script.description()).isEqualTo("Users log in with a name.\nTheir passwords are elsewhere.");
		assertThat(script.createDate()).isEqualTo("2026-11-21T10:15:30Z");
		assertThat(script.upgrade().blocks()).containsExactly(new SqlBlock(true, "CREATE TABLE users ();\n\n", 13));
		assertThat(script.downgrade()).isNotNull();
		assertThat(script.downgrade().blocks()).containsExactly(new SqlBlock(true, "DROP TABLE users;\n", 16));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- revision: a1\n-- down_revision: b1", "--revision:a1\n--down_revision:b1",
			"-- REVISION: a1\n-- Down-Revision: b1", "  --  revision :  a1  \n\t-- DOWN_REVISION : b1\t",
			"-- revision: a1\n-- down-revision:   b1" })
	void keysMayBeSpelledInSeveralWays(String keys) {
		SqlRevision script = parse(keys + "\n-- migrate:upgrade\n");
		assertThat(script.revision().id()).isEqualTo("a1");
		assertThat(script.revision().downRevisions()).containsExactly("b1");
		assertThat(script.revision().message()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-- down_revision:\n", "-- down_revision: \n", "-- down_revision: ,\n" })
	void revisionWithoutDownRevisionIsBase(String key) {
		assertThat(parse(HEADER + key + "-- migrate:upgrade\n").revision().isBase()).isTrue();
	}

	@Test
	void textWithColonIsNoKey() {
		SqlRevision script = parse("""
				-- Note: this is slow
				-- see https://example.org/a:b
				-- https://example.org
				-- revision: a1
				-- migrate:upgrade
				""");
		assertThat(script.revision().message()).isEqualTo("Note: this is slow");
		assertThat(script.description()).isEqualTo("see https://example.org/a:b\nhttps://example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "down_revsion: b1", "down_revision_: b1", "downrevision: b1", "down revision: b1",
			"Down  Revision: b1", "down_revsion:b1", "depend_on: b1", "revisions: b1", "branch_label: b" })
	void misspeltKeyIsRefused(String key) {
		assertProblem("-- make a\n-- " + key + "\n-- revision: a1\n-- migrate:upgrade\n", 2, "unknown key",
				"Did you mean '");
	}

	@Test
	void unknownKeyAmongTheKeysIsRefused() {
		assertProblem(HEADER + "-- author: me\n-- migrate:upgrade\n", 3, "unknown key 'author'",
				"a description goes above them");
	}

	@Test
	void repeatedKeyIsRefused() {
		assertProblem(HEADER + "-- down_revision: b1\n-- Down-Revision: c1\n-- migrate:upgrade\n", 4,
				"the key 'down_revision' twice", "separated by commas");
	}

	@Test
	void missingOrEmptyIdIsRefused() {
		assertProblem("-- make a\n-- migrate:upgrade\n", 1, "no key 'revision'", "-- revision: 00ba29ba9ef0");
		assertProblem("-- make a\n-- revision:\n-- migrate:upgrade\n", 2, "no value for the key 'revision'",
				"-- revision: 00ba29ba9ef0");
	}

	@Test
	void idThatDoesNotFitIntoTheVersionTableIsRefused() {
		String longest = "a".repeat(32);
		assertThat(parse("-- revision: " + longest + "\n-- migrate:upgrade\n").revision().id()).isEqualTo(longest);
		assertProblem("-- make a\n-- revision: " + longest + "b\n-- migrate:upgrade\n", 2, "longer than 32",
				"shorter id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a@b", "a:b", "a-b", "a,b", "+1", "head", "heads", "base", "current" })
	void illegalIdIsRefused(String id) {
		RevisionFileException problem = assertProblem(
				"-- make a\n-- down_revision:\n-- revision: " + id + "\n-- migrate:upgrade\n", 3,
				"revision id '" + id + "'", "");
		assertThat(problem.getMessage()).doesNotContain("..");
	}

	@Test
	void illegalLabelIsRefusedOnItsLine() {
		assertProblem(HEADER + "-- branch_labels: a, b@c\n-- migrate:upgrade\n", 3, "branch label 'b@c'", "");
	}

	@Test
	void fileWithoutHeaderIsRefused() {
		assertProblem("", 1, "no key 'revision'", "-- revision:");
		assertProblem("\n\n", 1, "no key 'revision'", "-- revision:");
		assertProblem("-- only\n-- comments\n", 1, "no key 'revision'", "-- revision:");
		assertProblem("CREATE TABLE t ();\n", 1, "something other than comments before the first marker",
				"-- revision:");
	}

	@Test
	void fileWithoutUpgradeIsRefused() {
		assertProblem(HEADER, 2, "no '-- migrate:upgrade' marker", "Put the line '-- migrate:upgrade'");
		assertProblem(HEADER + "-- migrate:downgrade\nDROP TABLE t;", 4, "no '-- migrate:upgrade' marker",
				"Put the line '-- migrate:upgrade'");
	}

	@Test
	void statementBeforeTheFirstMarkerIsRefused() {
		assertProblem(HEADER + "\nCREATE TABLE t ();\n-- migrate:upgrade\n", 4,
				"something other than comments before the first marker", "Put the line '-- migrate:upgrade' before");
	}

	@Test
	void blockCommentBeforeTheFirstMarkerIsRefused() {
		assertProblem("/*\n * Licence\n */\n" + HEADER + "-- migrate:upgrade\n", 1,
				"a block comment before the first marker", "'--'");
		assertProblem(HEADER + "/* a */\n-- migrate:upgrade\n", 3, "a block comment before the first marker", "'--'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- migrate:upgrade", "--migrate:upgrade", "--  migrate: upgrade",
			"   -- migrate:upgrade  ", "\t--\tmigrate:\tupgrade\t", "-- Migrate:Upgrade", "-- MIGRATE:UPGRADE" })
	void markersMayBeSpacedAndSpelledInSeveralWays(String marker) {
		assertThat(parse(HEADER + marker + "\nSELECT 1;\n").upgrade().blocks())
			.containsExactly(new SqlBlock(true, "SELECT 1;\n", 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- migrate:up", "-- migrate:", "-- migrate:downgrad", "-- migrate:down",
			"-- migrate:no-transaction" })
	void unknownMarkerIsRefused(String marker) {
		assertProblem(HEADER + "-- migrate:upgrade\nSELECT 1;\n" + marker + "\nDROP TABLE t;", 5,
				"unknown marker '-- migrate:", "The markers are");
	}

	// A downgrade whose marker goes unseen would run as the end of the upgrade
	@ParameterizedTest
	@ValueSource(strings = { "-- migrate downgrade", "--- migrate:downgrade", "--\u00A0migrate:downgrade",
			"-- migration:downgrade", "-- +migrate Down", "-- migrate : downgrade", "-- @migrate:downgrade",
			"-- migrate;downgrade", "-- migrate:\u00A0downgrade", "-- migrate:downgrade\u0085",
			"-- migrate\u00A0:downgrade", "\u00A0-- migrate:downgrade", "\u200B-- migrate:downgrade",
			"-- migrate=upgrade", "-- migrate.autocommit", "-- migrate end" })
	void lineThatLooksLikeMarkerIsRefused(String line) {
		assertProblem(HEADER + "-- migrate:upgrade\nSELECT 1;\n" + line + "\nDROP TABLE t;", 5, "marker",
				"The markers are");
	}

	@Test
	void backslashMakesLineOfTheHeaderText() {
		SqlRevision script = parse("-- \\revision: x\n--\\migrate:downgrade\n--  \\\\\n" + "-- revision: a1\n"
				+ "-- \\depends_on: b\n-- migrate:upgrade\n");
		assertThat(script.revision().message()).isEqualTo("revision: x");
		assertThat(script.description()).isEqualTo("migrate:downgrade\n\\\ndepends_on: b");
		assertThat(script.revision().dependsOn()).isEmpty();
		assertProblem(HEADER + "-- migrate:upgrade\n-- \\migrate:downgrade\n", 4, "marker", "The markers are");
	}

	@Test
	void commentAboutMigrationsIsNoMarker() {
		String sql = "-- migrate end customers to the new table\n-- migrate the users: first those\n-- upgrade\n"
				+ "-- end\n-- immigrate: down\nSELECT 1;\n";
		assertThat(parse(HEADER + "-- migrate:upgrade\n" + sql).upgrade().blocks())
			.containsExactly(new SqlBlock(true, sql, 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade transaction=on", "upgrade transaction", "upgrade off",
			"upgrade transaction = off", "upgrade transaction=off x", "upgrade -- comment", "upgrade=off" })
	void unknownOptionIsRefused(String marker) {
		assertProblem(HEADER + "-- migrate:" + marker + "\n", 3, "the marker 'upgrade' does not take '",
				"transaction=off");
	}

	@Test
	void optionOfOtherMarkersIsRefused() {
		assertProblem(HEADER + "-- migrate:upgrade\n-- migrate:autocommit transaction=off\n", 4,
				"'autocommit' does not take", "transaction=off");
	}

	@Test
	void transactionOffIsForTheWholeSection() {
		SqlRevision script = parse(HEADER
				+ "-- migrate:upgrade   transaction=off\nSELECT 1;\n-- migrate:downgrade transaction=off\nSELECT 2;");
		assertThat(script.upgrade().blocks()).containsExactly(new SqlBlock(false, "SELECT 1;\n", 4));
		assertThat(script.downgrade().blocks()).containsExactly(new SqlBlock(false, "SELECT 2;", 6));
	}

	@Test
	void autocommitIsForAPart() {
		SqlRevision script = parse(HEADER + """
				-- migrate:upgrade
				SELECT 1;
				-- migrate:autocommit
				SELECT 2;
				-- migrate:end

				-- migrate:autocommit
				SELECT 3;
				-- migrate:end
				SELECT 4;
				-- migrate:downgrade
				-- migrate:autocommit
				SELECT 5;
				-- migrate:end
				""");
		assertThat(script.upgrade().blocks()).containsExactly(new SqlBlock(true, "SELECT 1;\n", 4),
				new SqlBlock(false, "SELECT 2;\n", 6), new SqlBlock(false, "SELECT 3;\n", 10),
				new SqlBlock(true, "SELECT 4;\n", 12));
		assertThat(script.downgrade().blocks()).containsExactly(new SqlBlock(false, "SELECT 5;\n", 15));
	}

	@Test
	void autocommitThatDoesNotPairIsRefused() {
		String start = HEADER + "-- migrate:upgrade\n";
		assertProblem(start + "-- migrate:autocommit\n-- migrate:autocommit\n-- migrate:end\n", 5,
				"of line 4 has not ended yet", "Put '-- migrate:end' before");
		assertProblem(start + "-- migrate:autocommit\nSELECT 1;\n", 4, "has no '-- migrate:end' in its section",
				"Put '-- migrate:end' after");
		assertProblem(start + "-- migrate:autocommit\n-- migrate:downgrade\n-- migrate:end\n", 4,
				"has no '-- migrate:end' in its section", "Put '-- migrate:end' after");
		assertProblem(start + "-- migrate:end\n", 4, "has no '-- migrate:autocommit' before it", "Remove the line");
		assertProblem(HEADER + "-- migrate:end\n-- migrate:upgrade\n", 3, "is outside a section", "The markers are");
		assertProblem(HEADER + "-- migrate:upgrade transaction=off\n-- migrate:autocommit\n-- migrate:end\n", 4,
				"the whole section already runs without a transaction", "Remove the line");
	}

	@Test
	void secondSectionOfAKindIsRefused() {
		assertProblem(HEADER + "-- migrate:upgrade\n-- migrate:downgrade\n-- migrate:upgrade\n", 5,
				"a second '-- migrate:upgrade' marker", "Join");
		assertProblem(HEADER + "-- migrate:downgrade\n-- migrate:upgrade\n-- migrate:downgrade\n", 5,
				"a second '-- migrate:downgrade' marker", "Join");
	}

	@Test
	void emptySectionDoesNothingAndMissingDowngradeIsIrreversible() {
		SqlRevision empty = parse(HEADER + "-- migrate:upgrade\n\n  \n-- migrate:downgrade");
		assertThat(empty.upgrade().blocks()).isEmpty();
		assertThat(empty.downgrade()).isEqualTo(new SqlSection(List.of()));
		assertThat(parse(HEADER + "-- migrate:upgrade").downgrade()).isNull();
	}

	@Test
	void downgradeMayStandFirst() {
		SqlRevision script = parse(
				HEADER + "-- migrate:downgrade\nDROP TABLE t;\n-- migrate:upgrade\nCREATE TABLE t ();");
		assertThat(script.upgrade().blocks()).containsExactly(new SqlBlock(true, "CREATE TABLE t ();", 6));
		assertThat(script.downgrade().blocks()).containsExactly(new SqlBlock(true, "DROP TABLE t;\n", 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r", "\n" })
	void lineEndsOfAllSystemsAreRead(String lineEnd) {
		String text = "-- make a\n\n-- revision: a1\n-- migrate:upgrade\nSELECT 1;\n-- note\nSELECT 2;\n"
				+ "-- migrate:downgrade\nDROP TABLE t;\n";
		SqlRevision script = parse(text.replace("\n", lineEnd));
		assertThat(script).isEqualTo(parse(text));
		assertThat(script.upgrade().blocks()).containsExactly(new SqlBlock(true, "SELECT 1;\n-- note\nSELECT 2;\n", 5));
	}

	@Test
	void lineEndsMayBeMixed() {
		SqlRevision script = parse(HEADER + "-- migrate:upgrade\r\nSELECT 1; -- one\r-- migrate:downgrade\nSELECT 2;");
		assertThat(script.upgrade().blocks()).containsExactly(new SqlBlock(true, "SELECT 1; -- one\n", 4));
		assertThat(script.downgrade().blocks()).containsExactly(new SqlBlock(true, "SELECT 2;", 6));
	}

	@Test
	void byteOrderMarkIsReadAtTheStartOnly() {
		assertThat(parse("\uFEFF" + HEADER + "-- migrate:upgrade\n")).isEqualTo(parse(HEADER + "-- migrate:upgrade\n"));
		assertProblem(HEADER + "\uFEFF-- migrate:upgrade\n", 3, "byte order mark", "Remove");
		assertProblem(HEADER + "-- migrate:upgrade\nSELECT 1;\n\uFEFFSELECT 2;", 5, "byte order mark", "Remove");
		assertThat(parse(HEADER + "-- migrate:upgrade\nSELECT '\uFEFF';").upgrade().blocks()).hasSize(1);
	}

	@Test
	void bytesThatAreNotUtf8AreRefusedOnTheirLine() {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes((HEADER + "-- migrate:upgrade\r\nSELECT 1;\rSELECT '").getBytes(StandardCharsets.UTF_8));
		content.write(0xE4);
		content.writeBytes("';\n".getBytes(StandardCharsets.UTF_8));
		assertProblem(content.toByteArray(), 5, "not valid UTF-8", "Save it in UTF-8");
		assertProblem((HEADER + "-- migrate:upgrade\n").getBytes(StandardCharsets.UTF_16), 1, "not valid UTF-8",
				"Save it in UTF-8");
	}

	@Test
	void nulIsRefusedOnItsLine() {
		assertProblem("-- make\0a\n-- revision: a1\n-- migrate:upgrade\n", 1, "NUL", "UTF-8");
		assertProblem(HEADER + "-- migrate:upgrade\nSELECT '\0';", 4, "NUL", "UTF-8");
		assertProblem((HEADER + "-- migrate:upgrade\n").getBytes(StandardCharsets.UTF_16LE), 1, "NUL", "UTF-8");
	}

	@Test
	@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
	void takesTimeInProportionToTheFile() {
		String line = "INSERT INTO t VALUES (1, 'abc def');\n";
		SqlRevision lines = parse(HEADER + "-- migrate:upgrade\n" + line.repeat(TEN_MEGABYTES / line.length()));
		assertThat(lines.upgrade().blocks()).hasSize(1);
		SqlRevision longLine = parse(HEADER + "-- migrate:upgrade\nSELECT '" + "x".repeat(TEN_MEGABYTES) + "';");
		assertThat(longLine.upgrade().blocks().get(0).sql()).hasSize(TEN_MEGABYTES + 10);
		SqlRevision comments = parse(HEADER + "-- migrate:upgrade\n--" + " ".repeat(TEN_MEGABYTES) + "x");
		assertThat(comments.upgrade().blocks()).hasSize(1);
	}

	@ParameterizedTest
	@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
	@ValueSource(strings = { "_", "a_", "a-", "-", " ", ":", "a ", "a: ", "migrate ", "migrate:" })
	void takesTimeInProportionToTheHeader(String piece) {
		String line = "x" + piece.repeat(100_000) + "!";
		assertThat(parse("-- " + line + "\n-- revision: a1\n-- migrate:upgrade\n").revision().message())
			.isEqualTo(line);
	}

	@Test
	void manyKeysAndLinesAreRead() {
		String description = Stream.generate(() -> "-- line of text\n").limit(10_000).collect(Collectors.joining());
		assertThat(parse(description + HEADER + "-- migrate:upgrade").description()).hasLineCount(10_000);
	}

	@Test
	void checksumIsThatOfTheUpgrade() {
		String checksum = checksum("CREATE TABLE t ();\nSELECT 1;");
		assertThat(checksum).matches("[0-9a-f]{64}");
		assertThat(checksum("\n\n  CREATE TABLE t ();\r\nSELECT 1;\n\n\n")).isEqualTo(checksum);
		assertThat(checksum("CREATE TABLE t ();\rSELECT 1;")).isEqualTo(checksum);
		assertThat(checksum("CREATE TABLE t ();\nSELECT 1;\n\n-- migrate:downgrade\nDROP TABLE t;"))
			.isEqualTo(checksum);
		assertThat(parse("-- other\n-- text\n-- revision: a1\n-- down_revision: b1\n-- migrate:upgrade\n"
				+ "CREATE TABLE t ();\nSELECT 1;")
			.checksum()).isEqualTo(checksum);
	}

	@Test
	void checksumTellsEveryEditOfTheUpgrade() {
		String checksum = checksum("CREATE TABLE t ();\nSELECT 1;");
		assertThat(checksum("CREATE TABLE t ();\nSELECT 2;")).isNotEqualTo(checksum);
		assertThat(checksum("CREATE TABLE t ();\n\nSELECT 1;")).isNotEqualTo(checksum);
		assertThat(checksum("CREATE TABLE t (); \nSELECT 1;")).isNotEqualTo(checksum);
		assertThat(checksum("-- x\nCREATE TABLE t ();\nSELECT 1;")).isNotEqualTo(checksum);
		assertThat(checksum("CREATE TABLE t ();\n-- migrate:autocommit\nSELECT 1;\n-- migrate:end"))
			.isNotEqualTo(checksum);
	}

	// How statements were run cannot be changed after the fact, what they did is the same
	@Test
	void checksumDoesNotTellTheOptionOfTheMarker() {
		assertThat(parse(HEADER + "-- migrate:upgrade transaction=off\nSELECT 1;").checksum())
			.isEqualTo(checksum("SELECT 1;"));
	}

	private static String checksum(String upgrade) {
		return parse(HEADER + "-- migrate:upgrade\n" + upgrade).checksum();
	}

	private static SqlRevision parse(String text) {
		return RevisionFileParser.parse("r.sql", text.getBytes(StandardCharsets.UTF_8));
	}

	private static RevisionFileException assertProblem(String text, int line, String problem, String action) {
		return assertProblem(text.getBytes(StandardCharsets.UTF_8), line, problem, action);
	}

	private static RevisionFileException assertProblem(byte[] content, int line, String problem, String action) {
		RevisionFileException failure = catchThrowableOfType(RevisionFileException.class,
				() -> RevisionFileParser.parse("r.sql", content));
		assertThat(failure).isNotNull();
		assertThat(failure.getMessage()).startsWith("r.sql:" + line + ": ")
			.contains(problem)
			.endsWith("Nothing was run.");
		assertThat(failure.getAction()).isNotBlank().contains(action);
		return failure;
	}

}
