package dev.limbeck.cli;

import java.nio.file.Path;

import dev.limbeck.cli.CommandLineProject.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that look at the graph, without a database.
 */
class GraphCommandTests {

	private CommandLineProject project;

	@BeforeEach
	void createProject(@TempDir Path path) {
		this.project = CommandLineProject.withBranches(path);
	}

	@Test
	void headsHaveLabelsAndMarks() {
		assertResult("""
				e1 (left) (head)
				x2 (extra) (head)
				""", "heads");
	}

	@Test
	void headThatAnotherRevisionDependsOnIsAnEffectiveHead(@TempDir Path path) {
		CommandLineProject other = CommandLineProject.withLine(path).revision("y1", "", "depends_on: a3");
		assertThat(other.run("heads").out()).isEqualTo("""
				a3 (effective head)
				y1 (head)
				""");
		assertThat(other.run("heads", "--resolve-dependencies").out()).isEqualTo("y1 (head)\n");
	}

	@Test
	void verboseHeadsHaveEverything() {
		assertResult("""
				Rev: e1 (head) (mergepoint)
				Merges: c1, d1
				Branch names: left
				Path: DIR/versions/e1.sql

				    make e1

				    more about e1

				Rev: x2 (head)
				Parent: x1
				Also depends on: c1
				Branch names: extra
				Path: DIR/versions/x2.sql

				    make x2

				    more about x2

				""", "heads", "-v");
	}

	@Test
	void headsAreReportedAsJson(@TempDir Path path) {
		assertThat(CommandLineProject.withLine(path).run("heads", "--json").out()).isEqualTo("""
				{
				  "heads": [
				    {
				      "revision": "a3",
				      "downRevisions": ["a2"],
				      "dependsOn": [],
				      "branchLabels": [],
				      "message": "make a3",
				      "description": "more about a3",
				      "createDate": "2026-11-21T10:15:30Z",
				      "type": "sql",
				      "source": "DIR/versions/a3.sql",
				      "head": true,
				      "effectiveHead": true,
				      "base": false,
				      "branchPoint": false,
				      "mergePoint": false,
				      "children": [],
				      "current": null,
				      "applied": null
				    }
				  ]
				}
				""");
	}

	@Test
	void branchesPointToTheirChildren() {
		assertResult("""
				b1 (branchpoint)
				   -> c1 (left)
				   -> d1

				""", "branches");
	}

	@Test
	void historyIsNewestFirst() {
		assertResult("""
				c1, d1 -> e1 (left) (head) (mergepoint), make e1
				x1 (c1) -> x2 (extra) (head), make x2
				<base> -> x1 (extra), make x1
				b1 -> c1 (left), make c1
				b1 -> d1, make d1
				a1 -> b1 (branchpoint), make b1
				<base> -> a1, make a1
				""", "history");
	}

	@Test
	void historyHasRanges() {
		String expected = """
				b1 -> c1 (left), make c1
				a1 -> b1 (branchpoint), make b1
				""";
		assertResult(expected, "history", "-r", "b1:c1");
		assertResult(expected, "history", "-rb1:c1");
		assertResult(expected, "history", "--rev-range=b1:c1");
	}

	@Test
	void rangeMayBeginWithAMinus(@TempDir Path path) {
		CommandLineProject line = CommandLineProject.withLine(path);
		for (String[] args : new String[][] { { "history", "-r-2:" }, { "history", "-r", "-2:" } }) {
			assertThat(line.run(args)).isEqualTo(new Result(0, """
					a2 -> a3 (head), make a3
					a1 -> a2, make a2
					<base> -> a1, make a1
					""", ""));
		}
	}

	@Test
	void historyIsDrawn() {
		this.project.onTerminal();
		assertResult("""
				○  e1 (left) (head) (mergepoint), make e1
				├─╮
				│ │ ○  x2 (extra) (head), make x2
				│ │ ├┄╮
				│ │ ○ ╎  x1 (extra), make x1
				├┄│┄┄┄╯
				○ │  c1 (left), make c1
				│ ○  d1, make d1
				├─╯
				○  b1 (branchpoint), make b1
				○  a1, make a1
				""", "history", "--graph");
	}

	@Test
	void historyIsAMermaidFlowchart(@TempDir Path path) {
		CommandLineProject line = CommandLineProject.withLine(path);
		assertThat(line.run("history", "--format=mermaid").out()).isEqualTo("""
				flowchart BT
				    r0["a3 (head)<br>make a3"]
				    r1["a2<br>make a2"]
				    r2["a1<br>make a1"]
				    r1 --> r0
				    r2 --> r1
				""");
		assertThat(line.run("history", "--graph", "--format=dot").out()).startsWith("digraph migrations {\n");
	}

	@Test
	void showPrintsTheSql() {
		assertResult("""
				Rev: a1
				Parent: <base>
				Path: DIR/versions/a1.sql

				    make a1

				    more about a1

				-- migrate:upgrade
				CREATE TABLE t_a1 (id integer);

				-- migrate:downgrade
				DROP TABLE t_a1;

				""", "show", "a1", "--sql");
	}

	@Test
	void coloursAreForTerminals() {
		this.project.onTerminal().inColour();
		assertThat(this.project.run("heads").out())
			.startsWith("\u001b[33me1\u001b[0m (\u001b[32mleft\u001b[0m) (\u001b[36mhead\u001b[0m)\n");
	}

	@Test
	void messageCannotActOnTheTerminal(@TempDir Path path) {
		CommandLineProject other = new CommandLineProject(path).file("a1.sql", """
				-- \u001b]0;owned\u0007\u001b[2Jmessage
				-- revision: a1

				-- migrate:upgrade
				""");
		assertThat(other.run("history").out()).doesNotContain("\u001b", "\u0007").contains("\\u001b]0;owned\\u0007");
		assertThat(other.run("history", "--graph").out()).doesNotContain("\u001b");
		assertThat(other.run("show", "a1").out()).doesNotContain("\u001b");
	}

	@Test
	void revisionThatDoesNotExistFails() {
		Result result = this.project.run("show", "nope");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.out()).isEmpty();
		assertThat(result.err()).matches("(?s)FAILED: .*'nope'.*\nWhat to do: .*\n").doesNotContain("\tat ");
		assertThat(this.project.run("show", "nope", "--stacktrace").err()).contains("\tat ");
	}

	@Test
	void failureIsJsonWhereTheResultWasToBe() {
		Result result = this.project.run("show", "nope", "--json");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.out()).startsWith("{\n  \"error\": {\n    \"category\": \"revision-not-found\",\n");
		assertThat(result.err()).startsWith("FAILED: ");
	}

	@Test
	void commandsThatNeedADatabaseSayThatThereIsNone() {
		Result result = this.project.run("current");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.err()).startsWith("FAILED: There is no database configured");
	}

	@Test
	void checkFindsSeveralHeadsIfTheyAreAProblem() {
		assertThat(this.project.run("check").code()).isZero();
		Result result = this.project.run("check", "--single-head");
		assertThat(result.code()).isEqualTo(3);
		assertThat(result.out()).startsWith("multiple-heads: There are 2 heads: e1, x2.\n    What to do: ");
		assertThat(this.project.run("check", "--single-head", "--json").out()).contains("\"passed\": false")
			.contains("\"kind\": \"multiple-heads\"");
	}

	private void assertResult(String expected, String... args) {
		assertThat(this.project.run(args)).isEqualTo(new Result(0, expected, ""));
	}

}
