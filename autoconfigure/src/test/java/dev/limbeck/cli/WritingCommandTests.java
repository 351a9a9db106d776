package dev.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.cli.CommandLineProject.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that write into the source tree.
 */
class WritingCommandTests {

	@Test
	void revisionFollowsTheHead(@TempDir Path path) {
		CommandLineProject project = CommandLineProject.withLine(path);
		Result result = project.run("revision", "-m", "add users", "--rev-id", "a4");
		assertThat(result).isEqualTo(new Result(0, "Created DIR/versions/a4_add_users.sql\n", ""));
		assertThat(project.run("heads").out()).isEqualTo("a4 (head)\n");
	}

	@Test
	void revisionIsReportedAsJson(@TempDir Path path) {
		CommandLineProject project = CommandLineProject.withLine(path);
		assertThat(project
			.run("revision", "-m", "add users", "--rev-id", "x1", "--head", "a2", "--splice", "--branch-label", "side",
					"--depends-on", "a1", "--json")
			.out()).isEqualTo("""
					{
					  "created": [
					    {
					      "revision": "x1",
					      "downRevisions": ["a2"],
					      "dependsOn": ["a1"],
					      "branchLabels": ["side"],
					      "message": "add users",
					      "type": "sql",
					      "file": "DIR/versions/x1_add_users.sql"
					    }
					  ]
					}
					""");
	}

	@Test
	void revisionOnSeveralHeadsIsRefusedAndLeavesNoFile(@TempDir Path path) throws IOException {
		CommandLineProject project = CommandLineProject.withBranches(path);
		List<Path> before = files(path);
		Result result = project.run("revision", "-m", "x");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.err()).contains("e1").contains("x2");
		assertThat(project.run("revision", "-m", "x", "--head", "d1").code()).isEqualTo(1);
		assertThat(files(path)).isEqualTo(before);
	}

	@Test
	void mergeJoinsTheHeads(@TempDir Path path) {
		CommandLineProject project = CommandLineProject.withBranches(path);
		assertThat(project.run("merge", "heads", "-m", "join", "--rev-id", "m1"))
			.isEqualTo(new Result(0, "Created DIR/versions/m1_join.sql\n", ""));
		assertThat(project.run("heads").out()).contains("m1 ").doesNotContain("e1 ");
		assertThat(project.run("merge", "c1", "d1", "--splice", "--json").out())
			.contains("\"downRevisions\": [\"c1\", \"d1\"]");
	}

	@Test
	void editOpensTheEditorOfTheUser(@TempDir Path path) throws IOException {
		CommandLineProject project = CommandLineProject.withLine(path)
			.variable("EDITOR", "sed -i 's/make a3/made a3/'");
		assertThat(project.run("edit", "head")).isEqualTo(new Result(0, "", ""));
		assertThat(Files.readString(path.resolve("versions/a3.sql"))).startsWith("-- made a3\n");
	}

	@Test
	void editorThatFailsFailsTheCommand(@TempDir Path path) {
		CommandLineProject project = CommandLineProject.withLine(path).variable("VISUAL", "false");
		Result result = project.run("edit", "a1");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.err()).startsWith("FAILED: The editor 'false' ended with exit code 1.");
	}

	@Test
	void editorMustBeThere(@TempDir Path path) {
		Result result = CommandLineProject.withLine(path).variable("PATH", path.toString()).run("edit", "a1");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.err()).startsWith("FAILED: There is no editor: EDITOR and VISUAL are not set");
	}

	@Test
	void initLaysOutADirectory(@TempDir Path path) {
		CommandLineProject project = new CommandLineProject(path);
		Result result = project.run("init", "somewhere");
		assertThat(result.code()).isZero();
		assertThat(result.out()).contains("Created DIR/somewhere/versions");
		assertThat(path.resolve("somewhere/versions")).isDirectory();
		assertThat(project.run("init", "elsewhere", "--template=multidb", "--json").out())
			.contains("\"directory\": \"DIR/elsewhere\"", "\"created\": [", "\"properties\": ");
	}

	@Test
	void initRefusesATemplateThatThereIsNot(@TempDir Path path) {
		Result result = new CommandLineProject(path).run("init", "somewhere", "-t", "nope");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.err()).startsWith("FAILED: ").contains("nope");
		assertThat(path.resolve("somewhere")).doesNotExist();
	}

	@Test
	void templatesAreListed(@TempDir Path path) {
		CommandLineProject project = new CommandLineProject(path);
		assertThat(project.run("list_templates").out()).startsWith("Available templates:\n\n")
			.contains("\nsql - ")
			.contains("\njava - ")
			.endsWith("  migrations init --template sql\n");
		assertThat(project.run("list-templates", "--json").out()).contains("\"name\": \"multidb\"");
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.sorted().toList();
		}
	}

}
