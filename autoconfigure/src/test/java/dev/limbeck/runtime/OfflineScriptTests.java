package dev.limbeck.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.test.RevisionDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link OfflineScript}: what is printed, and what is refused.
 */
class OfflineScriptTests {

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
	}

	@Test
	void scriptIsAsExpected() throws IOException {
		this.directory.write("a1", "", "CREATE TABLE t (id int); -- a table\nINSERT INTO t VALUES (1) -- a row\n")
			.write("b2", "a1", "SET lock_timeout = '1s';\nALTER TABLE t ADD a int[];")
			.write("c3", "b2", """
					UPDATE t SET a = a[1:id];
					-- migrate:autocommit
					CREATE INDEX CONCURRENTLY i ON t (id);
					-- migrate:end
					""");
		PrintedScript script = PrintedScript.upgrade(this.directory, "base:c3",
				PrintedScript.settings("app", TransactionMode.PER_REVISION, Map.of()));
		assertThat(script.text()).isEqualTo(read("offline-script.sql"));
	}

	private static String read(String name) throws IOException {
		try (InputStream in = OfflineScriptTests.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Test
	void exampleOfThePageIsPrinted() throws IOException {
		String page = Files.readString(Path.of("../docs/offline.md"));
		List<String> blocks = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
			.matcher(page)
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(blocks).hasSize(4);
		this.directory.write("be5c4de9546c", "", "").writeFile("users.sql", blocks.get(0));
		String script = PrintedScript.upgrade(this.directory, "be5c4de9546c:heads").text();
		assertThat(script).contains(blocks.subList(1, 4));
		assertThat(script.substring(script.indexOf(blocks.get(1)))).containsSubsequence(blocks.subList(1, 4));
	}

	@Test
	void sameScriptIsPrintedEachTime() {
		this.directory.write("a1", "", "SELECT 1");
		assertThat(PrintedScript.upgrade(this.directory, "a1")).isEqualTo(PrintedScript.upgrade(this.directory, "a1"));
	}

	@Test
	void eachStepHasTheLineOfAlembic() {
		this.directory.write("a1", "", "").write("b2", "a1", "").write("c2", "a1", "").write("d3", "b2, c2", "");
		assertThat(
				PrintedScript.upgrade(this.directory, "d3").text().lines().filter((line) -> line.contains("Running")))
			.containsExactlyInAnyOrder("-- Running upgrade  -> a1, make a1", "-- Running upgrade a1 -> b2, make b2",
					"-- Running upgrade a1 -> c2, make c2", "-- Running upgrade b2, c2 -> d3, make d3");
		assertThat(PrintedScript.stamp(this.directory, "a1:d3").text())
			.contains("\n-- Running stamp_revision a1 -> d3\n");
	}

	@Test
	void runIsOneTransactionIfThatIsTheMode() {
		this.directory.write("a1", "", "SELECT 1").write("b2", "a1", "SELECT 2").write("c3", "b2", "SELECT 3");
		MigrationSettings settings = PrintedScript.settings(null, TransactionMode.PER_RUN, Map.of());
		assertThat(structure(PrintedScript.upgrade(this.directory, "a1:c3", settings))).containsExactly("BEGIN;",
				"COMMIT;", "BEGIN;", "SELECT 2;", "SELECT 3;", "COMMIT;");
	}

	@Test
	void partOutsideATransactionEndsTheOneOfTheRun() {
		this.directory.write("a1", "", "SELECT 1")
			.writeFile("b2.sql",
					"-- m\n-- revision: b2\n-- down_revision: a1\n-- migrate:upgrade transaction=off\n"
							+ "SELECT 2; VACUUM; SELECT 3;")
			.write("c3", "b2", "SELECT 4");
		MigrationSettings settings = PrintedScript.settings(null, TransactionMode.PER_RUN, Map.of());
		assertThat(structure(PrintedScript.upgrade(this.directory, "c3", settings))).containsExactly("BEGIN;",
				"COMMIT;", "BEGIN;", "SELECT 1;", "COMMIT;", "BEGIN;", "COMMIT;", "BEGIN;", "SELECT 2;", "COMMIT;",
				"BEGIN;", "COMMIT;", "VACUUM;", "BEGIN;", "COMMIT;", "BEGIN;", "SELECT 3;", "COMMIT;", "BEGIN;",
				"COMMIT;", "BEGIN;", "SELECT 4;", "COMMIT;");
	}

	private static List<String> structure(PrintedScript script) {
		return script.text().lines().filter((line) -> line.matches("(BEGIN|COMMIT|VACUUM|SELECT \\d);")).toList();
	}

	@Test
	void versionTableIsCreatedFromBaseOnly() {
		this.directory.write("a1", "", "").write("b2", "a1", "");
		assertThat(PrintedScript.upgrade(this.directory, "base:b2").text())
			.contains("CREATE TABLE \"migrations_version\"")
			.contains("CREATE TABLE \"migrations_history\"");
		assertThat(PrintedScript.upgrade(this.directory, "a1:b2").text())
			.doesNotContain("CREATE TABLE \"migrations_version\"")
			.contains("CREATE TABLE \"migrations_history\"");
	}

	@Test
	void placeholdersAndArgumentsAreReplaced() {
		this.directory.write("a1", "", "SELECT ${n}, '${x.tenant}';");
		MigrationSettings settings = PrintedScript.settings(null, TransactionMode.PER_REVISION, Map.of("n", "42"));
		PrintedScript script = PrintedScript.print(this.directory, settings,
				new RunArguments(Map.of("tenant", "acme"), null),
				(printing, graph, out) -> printing.print(graph.planOfflineUpgrade("a1"), out));
		assertThat(script.text()).contains("\nSELECT 42, 'acme';\n");
		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> PrintedScript.upgrade(this.directory, "a1", settings))
			.withMessageContaining("${x.tenant}");
	}

	@Test
	void irreversibleRevisionIsRefusedAndNothingPrinted() {
		this.directory.write("a1", "", "SELECT 1").write("b2", "a1", "SELECT 2");
		StringBuilder out = new StringBuilder();
		IrreversibleRevisionException failure = catchThrowableOfType(IrreversibleRevisionException.class,
				() -> PrintedScript.print(this.directory, MigrationSettings.defaults(), RunArguments.none(),
						(script, graph, unused) -> script.print(graph.planOfflineDowngrade("b2:base"), out)));
		assertThat(failure.getRevisions()).containsExactly("b2", "a1");
		assertThat(failure).hasMessageContaining("b2.sql").hasMessageEndingWith("Nothing was printed.");
		assertThat(out).isEmpty();
	}

	@Test
	void mistakeInTheLastRevisionIsFoundBeforeAnythingIsPrinted() {
		this.directory.write("a1", "", "SELECT 1").write("b2", "a1", "SELECT 'x");
		StringBuilder out = new StringBuilder();
		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> PrintedScript.print(this.directory, MigrationSettings.defaults(), RunArguments.none(),
					(script, graph, unused) -> script.print(graph.planOfflineUpgrade("b2"), out)))
			.satisfies((ex) -> assertThat(ex.getPosition()).hasToString(this.directory.path() + "/b2.sql:7:8"));
		assertThat(out).isEmpty();
	}

	@Test
	void statementThatPsqlCannotReadIsRefusedWithItsPlace() {
		this.directory.write("a1", "", "SELECT 1;\n  INSERT INTO t VALUES ((1);");
		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> PrintedScript.upgrade(this.directory, "a1"))
			.withMessageContaining("a1.sql:8:3: a parenthesis has no end");
	}

	@Test
	void encodingThatTheServerDoesNotReadIsRefused() {
		this.directory.write("a1", "", "");
		RevisionScripts revisions = PrintedScript.scripts(this.directory).load();
		assertThatExceptionOfType(OutputFileException.class)
			.isThrownBy(() -> new OfflineScript(new PostgresqlDialect(), revisions, MigrationSettings.defaults(),
					RunArguments.none(), StandardCharsets.UTF_16))
			.withMessageContaining("UTF-16")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("UTF-8"));
	}

	@Test
	void planWithNothingToDoOnlyLooks() {
		this.directory.write("a1", "", "");
		MigrationPlan<?> plan = PrintedScript.scripts(this.directory).load().graph().planOfflineUpgrade("a1:a1");
		assertThat(plan.steps()).isEmpty();
		assertThat(PrintedScript.upgrade(this.directory, "a1:a1").text()).startsWith("-- Limbeck: nothing to do\n")
			.contains("should be at a1 here")
			.doesNotContain("-- Running");
	}

}
