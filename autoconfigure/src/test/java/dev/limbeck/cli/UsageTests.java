package dev.limbeck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.cli.CommandLineProject.Result;
import dev.limbeck.command.Migrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arguments that cannot be understood, and help.
 */
class UsageTests {

	private CommandLineProject project;

	@BeforeEach
	void createProject(@TempDir Path path) {
		this.project = CommandLineProject.withLine(path);
	}

	@Test
	void commandThatDoesNotExistIsMetWithTheNearestOne() {
		assertUsage("""
				migrations: Unknown command 'upgrad'. Did you mean 'upgrade'?
				See 'migrations --help'.
				""", "upgrad", "heads");
	}

	@Test
	void optionThatDoesNotExistIsMetWithTheNearestOne() {
		assertUsage("""
				migrations upgrade: Unknown option '--plna'. Did you mean '--plan'?
				See 'migrations upgrade --help'.
				""", "upgrade", "--plna", "heads");
	}

	@Test
	void withoutACommandHelpIsTheResult() {
		assertThat(this.project.run()).isEqualTo(this.project.run("--help"));
		assertThat(this.project.run().code()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "ensure_version", "ensure-version", "help" })
	void helpIsACommand(String command) {
		assertThat(this.project.run("help", command)).isEqualTo(this.project.run(command, "--help"));
		assertThat(this.project.run("-q", "help", command).code()).isZero();
		assertThat(this.project.opened()).isZero();
	}

	@Test
	void helpWithoutACommandIsThatOfAll() {
		assertThat(this.project.run("help")).isEqualTo(this.project.run("--help"));
	}

	@Test
	void helpOfAnUnknownCommandIsRefused() {
		assertUsage("""
				migrations help: Unknown command 'upgrad'
				See 'migrations help --help'.
				""", "help", "upgrad");
	}

	@Test
	void targetMustBeGiven() {
		assertUsage("""
				migrations upgrade: Missing required parameter: 'TARGET'
				See 'migrations upgrade --help'.
				""", "upgrade");
		assertUsage("""
				migrations merge: Missing required parameter: 'REVISION'
				See 'migrations merge --help'.
				""", "merge");
	}

	@Test
	void furtherArgumentIsRefused() {
		assertUsage("""
				migrations downgrade: Unexpected argument '-2'
				See 'migrations downgrade --help'.
				""", "downgrade", "-1", "-2");
	}

	@Test
	void valueOfAnOptionMustBeGiven() {
		assertUsage("""
				migrations history: Missing required parameter for option '--rev-range' (START:END)
				See 'migrations history --help'.
				""", "history", "-r");
	}

	@Test
	void formatMustBeOneThatThereIs() {
		Result result = this.project.run("history", "--format=svg");
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.err()).contains("text, mermaid, dot").contains("'svg'");
	}

	@ParameterizedTest
	@CsvSource({ "upgrade heads --plan --sql, --plan and --sql", "downgrade base --plan --sql, --plan and --sql",
			"stamp a1 --plan --sql, --plan and --sql", "upgrade heads --json --sql, --json and --sql",
			"ensure_version --json --sql, --json and --sql",
			"upgrade heads --output x.sql, --output is the file of --sql",
			"history --json --graph, --json excludes --graph", "history --json --format=dot, --json excludes --graph",
			"revision --sql -m x, --sql has nothing to print here" })
	void optionsThatExcludeEachOtherAreRefused(String line, String message) {
		Result result = this.project.run(line.split(" "));
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.err()).contains(message).contains("--help'.");
		assertThat(this.project.opened()).isZero();
	}

	@Test
	void usageErrorIsJsonWhereTheResultWasToBe() {
		Result result = this.project.run("heads", "--json", "--wrong");
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.out()).isEqualTo("""
				{
				  "error": {
				    "category": "usage",
				    "message": "Unknown option '--wrong'",
				    "action": "See 'migrations heads --help'."
				  }
				}
				""");
	}

	@Test
	void helpIsAResult() {
		Result result = this.project.run("--help");
		assertThat(result.code()).isZero();
		assertThat(result.err()).isEmpty();
		assertThat(result.out()).contains("Usage: migrations")
			.contains("list_templates")
			.doesNotContain("list-templates");
		assertThat(this.project.opened()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "init", "list_templates", "list-templates", "revision", "generate", "merge", "edit",
			"upgrade", "downgrade", "stamp", "ensure_version", "ensure-version", "current", "check", "history", "heads",
			"branches", "show", "completion", "help" })
	void everyCommandHasHelp(String command) {
		Result result = this.project.run(command, "-h");
		assertThat(result.code()).isZero();
		assertThat(result.out()).contains("Usage: migrations " + command.replace('-', '_')).contains("-x=KEY=VALUE");
	}

	@Test
	void versionIsPrinted() {
		Result result = this.project.run("--version");
		assertThat(result.code()).isZero();
		assertThat(result.out()).startsWith("limbeck ");
	}

	@Test
	void completionIsAScriptForTheShell() {
		Result result = this.project.run("completion", "zsh");
		assertThat(result.code()).isZero();
		assertThat(result.out()).startsWith("#!/usr/bin/env bash").contains("--rev-range").contains("ZSH_VERSION");
		assertThat(this.project.run("completion", "fish").code()).isEqualTo(2);
	}

	@Test
	void argumentThatBeginsWithAnAtIsNoFile(@TempDir Path path) throws IOException {
		Path file = Files.writeString(path.resolve("arguments"), "a1");
		Result result = this.project.run("revision", "-m", "@" + file, "--json");
		assertThat(result.out()).contains("\"message\": \"@" + file + "\"");
	}

	@Test
	void resultThatCannotBePrintedFails() throws IOException {
		Writer full = Writer.nullWriter();
		full.close();
		StringWriter err = new StringWriter();
		MigrationsCli cli = new MigrationsCli((options) -> Migrations.builder().build(),
				Output.plain(new PrintWriter(full)), Output.plain(new PrintWriter(err)), Map.of());
		assertThat(cli.run("list_templates")).isEqualTo(1);
		assertThat(err.toString()).startsWith("FAILED: The result could not be printed as a whole");
		assertThat(cli.run("list_templates", "--wrong", "--json")).isEqualTo(2);
	}

	@Test
	void sourceIsToldWhichMigrationsAreMeant() {
		List<GlobalOptions> asked = new ArrayList<>();
		PrintWriter nowhere = new PrintWriter(new StringWriter());
		MigrationsCli cli = new MigrationsCli((options) -> {
			asked.add(options);
			throw new UnsupportedOperationException("There are none");
		}, Output.plain(nowhere), Output.plain(nowhere), Map.of());
		assertThat(cli.run("-n", "reports", "heads", "-x", "tenant=a=b", "-x", "verbose")).isEqualTo(1);
		assertThat(cli.run("heads")).isEqualTo(1);
		assertThat(asked).containsExactly(new GlobalOptions("reports", Map.of("tenant", "a=b", "verbose", "")),
				new GlobalOptions(null, Map.of()));
	}

	private void assertUsage(String expected, String... args) {
		assertThat(this.project.run(args)).isEqualTo(new Result(2, "", expected));
		assertThat(this.project.opened()).isZero();
	}

}
