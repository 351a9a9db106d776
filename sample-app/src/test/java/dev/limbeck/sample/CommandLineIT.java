package dev.limbeck.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command of the packaged application, each in a process of its own. What a command
 * prints is compared with a file, in which what differs from run to run has a name.
 * {@code -Dgolden=write} writes these files anew, to be read in the difference.
 */
class CommandLineIT {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	private SampleCommand run(String... arguments) {
		return SampleCommand.runOn(this.database, this.directory, arguments);
	}

	private SampleCommand run(int exitCode, String golden, String... arguments) {
		return check(run(arguments), exitCode, golden);
	}

	private SampleCommand check(SampleCommand command, int exitCode, String golden) {
		assertThat(command.exitCode()).as(command.err()).isEqualTo(exitCode);
		String printed = stable(command.out());
		if ("write".equals(System.getProperty("golden"))) {
			write(golden, printed);
		}
		else {
			assertThat(printed).isEqualTo(golden(golden));
		}
		return command;
	}

	private String stable(String text) {
		return text.replace(this.database.url(), "URL")
			.replace(SampleCommand.jar(), "JAR")
			.replace(this.directory.toString(), "DIRECTORY")
			.replaceAll("\"PT[0-9.]+S\"", "\"DURATION\"")
			.replaceAll("embedded PostgreSQL [0-9.]+", "embedded PostgreSQL VERSION");
	}

	private static void write(String name, String printed) {
		try {
			Files.writeString(Path.of("src/test/resources/dev/limbeck/sample/command", name), printed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String golden(String name) {
		try (InputStream stream = CommandLineIT.class.getResourceAsStream("command/" + name)) {
			assertThat(stream).as(name).isNotNull();
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void databaseGoesUpAndDown() {
		assertThat(run(0, "nothing.txt", "current").err()).isEqualTo("No revision is applied.\n");
		run(0, "ensure-version.json", "ensure_version", "--json");
		run(3, "check-pending.txt", "check");
		run(0, "upgrade-plan.txt", "upgrade", "--plan", "currencies@c71d05e8f3a4");
		SampleCommand upgrade = run(0, "nothing.txt", "upgrade", "8a4e6b92c0d7");
		assertThat(upgrade.err()).startsWith("[1/2] Running upgrade  -> 3f0c1d5a7b21, create users\n")
			.contains("[2/2] Running upgrade 3f0c1d5a7b21 -> 8a4e6b92c0d7, create expenses\nDone: 2 steps in ");
		run(0, "upgrade.json", "upgrade", "heads", "--json", "-q");
		run(0, "current.txt", "current");
		run(0, "current-verbose.txt", "current", "--verbose");
		run(0, "current.json", "current", "--json");
		run(0, "check.json", "check", "--json");
		run(0, "history-current.txt", "history", "-i", "-r", "74f3e8b1206d:current");
		run(0, "nothing.txt", "downgrade", "8a4e6b92c0d7", "-q");
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("8a4e6b92c0d7");
		run(0, "stamp.json", "stamp", "heads", "--json");
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("4c9e07b3d581");
		this.database.execute("UPDATE migrations_version SET version_num = 'a11ce5'");
		assertThat(run(1, "nothing.txt", "upgrade", "heads").err()).contains("a11ce5");
		assertThat(run(1, "nothing.txt", "current").err()).contains("a11ce5");
		run(0, "nothing.txt", "stamp", "--purge", "base", "-q");
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).isEmpty();
	}

	@Test
	void graphIsShownWithoutADatabase() {
		String[][] commands = { { "heads.txt", "heads" }, { "heads.json", "heads", "--json" },
				{ "branches.txt", "branches" }, { "branches.json", "branches", "--json" }, { "history.txt", "history" },
				{ "history-graph.txt", "history", "--graph" }, { "history.mermaid", "history", "--format=mermaid" },
				{ "show.txt", "show", "a90d52c4e1b7" }, { "show.json", "show", "3f0c", "--json" },
				{ "list-templates.txt", "list_templates" }, { "list-templates.json", "list-templates", "--json" } };
		for (String[] command : commands) {
			String[] arguments = command.clone();
			arguments[0] = "migrations";
			SampleCommand done = SampleCommand.run(this.directory, arguments);
			check(done, 0, command[0]);
			assertThat(done.err()).as(command[0]).isEmpty();
		}
	}

	@Test
	void scriptsNeedNoDatabase() {
		script("CREATE TABLE users", "upgrade", "3f0c1d5a7b21", "--sql");
		script("DROP TABLE users", "downgrade", "3f0c1d5a7b21:base", "--sql");
		script("'3f0c1d5a7b21'", "stamp", "3f0c", "--sql");
		script("CREATE TABLE \"migrations_version\"", "ensure_version", "--sql");
		Path file = this.directory.resolve("upgrade.sql");
		script("", "upgrade", "heads", "--sql", "--output", file.toString());
		assertThat(file).content().contains("CREATE INDEX CONCURRENTLY");
	}

	private void script(String statement, String... arguments) {
		String[] all = Stream.concat(Stream.of("migrations"), Stream.of(arguments)).toArray(String[]::new);
		SampleCommand done = SampleCommand.run(this.directory, all);
		assertThat(done.exitCode()).as(done.err()).isZero();
		assertThat(done.out()).contains(statement).doesNotContain(" WARN ", " INFO ");
	}

	@Test
	void newRevisionsAreWrittenIntoTheSourceTree() throws IOException {
		Files.writeString(this.directory.resolve("pom.xml"), "<project/>");
		Path resources = Files.createDirectories(this.directory.resolve("src/main/resources"));
		String location = "--migrations.script-location=file:" + resources.resolve("db/migrations");
		SampleCommand init = run("init", "src/main/resources/db/migrations", location);
		assertThat(init.exitCode()).as(init.err()).isZero();
		assertThat(resources.resolve("db/migrations/versions")).isDirectory();
		revision(location, "--rev-id", "a1", "-m", "first; \"quoted\" */ ../..");
		revision(location, "--rev-id", "b2", "-m", "second");
		revision(location, "--rev-id", "c3", "-m", "third", "--head", "a1", "--splice");
		assertThat(run("revision", location, "-m", "fourth").err()).contains("b2", "c3");
		SampleCommand merge = run("merge", location, "heads", "--rev-id", "d4", "-m", "both", "--json");
		assertThat(merge.exitCode()).as(merge.err()).isZero();
		assertThat(JsonPath.<List<String>>read(merge.out(), "$..downRevisions[*]")).containsExactlyInAnyOrder("b2",
				"c3");
		assertThat(run("heads", location).out()).contains("d4");
		SampleCommand edit = SampleCommand.run(this.directory, List.of("-jar", SampleCommand.jar()),
				Map.of("EDITOR", "cat"), SampleCommand.on(this.database, "edit", "d4", location));
		assertThat(edit.exitCode()).as(edit.err()).isZero();
		try (Stream<Path> files = Files.list(resources.resolve("db/migrations/versions"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".sql"))).hasSize(4);
		}
	}

	private void revision(String location, String... arguments) {
		String[] all = Stream.concat(Stream.of("revision", location), Stream.of(arguments)).toArray(String[]::new);
		SampleCommand done = run(all);
		assertThat(done.exitCode()).as(done.err()).isZero();
	}

	@Test
	void misuseIsExplained() {
		misuse(2, "'bogus'", "bogus");
		misuse(2, "TARGET", "upgrade");
		misuse(2, "--no-such-option", "upgrade", "head", "--no-such-option");
		misuse(2, "--sql", "upgrade", "head", "--sql", "--plan");
		misuse(1, "nobody", "show", "nobody");
		misuse(1, "No property says where the database is", "current", "--spring.profiles.active=test");
		misuse(1, "no environment 'other'", "-n", "other", "heads");
		SampleCommand refused = SampleCommand.run(this.directory, "migrations", "current",
				"--spring.profiles.active=test", "--spring.datasource.url=jdbc:postgresql://localhost:1/db");
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.out()).isEmpty();
		assertThat(refused.err()).contains("08001");
	}

	private void misuse(int exitCode, String message, String... arguments) {
		String[] all = Stream.concat(Stream.of("migrations"), Stream.of(arguments)).toArray(String[]::new);
		SampleCommand done = SampleCommand.run(this.directory, all);
		assertThat(done.exitCode()).as(done.err()).isEqualTo(exitCode);
		assertThat(done.out()).isEmpty();
		assertThat(done.err()).contains(message).doesNotContain("\tat ");
	}

	@Test
	void severalHeadsAreNamed() throws IOException {
		Path versions = Files.createDirectories(this.directory.resolve("versions"));
		for (String id : List.of("a1", "b2")) {
			Files.writeString(versions.resolve(id + ".sql"),
					"-- make\n--\n-- revision: " + id + "\n\n-- migrate:upgrade\n");
		}
		SampleCommand done = run("upgrade", "head", "--migrations.script-location=file:" + this.directory);
		assertThat(done.exitCode()).isEqualTo(1);
		assertThat(done.err()).contains("a1", "b2", "heads");
	}

	@Test
	void helpIsAResult() {
		SampleCommand help = SampleCommand.run(this.directory, "migrations", "--help");
		assertThat(help.exitCode()).isZero();
		assertThat(help.out()).contains("init", "list_templates", "revision", "merge", "upgrade", "downgrade", "stamp",
				"current", "history", "heads", "branches", "show", "check", "edit", "ensure_version", "completion");
		assertThat(help.err()).isEmpty();
	}

	@Test
	void brokenConfigurationIsReportedBySpringBoot() throws IOException {
		Files.writeString(this.directory.resolve("application.yml"), "spring: [\n");
		SampleCommand done = SampleCommand.run(this.directory, "migrations", "heads");
		assertThat(done.exitCode()).isEqualTo(1);
		assertThat(done.out()).isEmpty();
		assertThat(done.err()).contains("Application run failed", "while parsing a flow node");
	}

	@Test
	void logOfTheApplicationGoesToTheErrorStream() {
		SampleCommand done = run("current", "--logging.level.com.zaxxer.hikari=debug");
		check(done, 0, "nothing.txt");
		assertThat(done.err()).contains("DEBUG");
	}

	@Test
	void environmentVariablesConfigureACommand() {
		SampleCommand done = SampleCommand.run(this.directory, List.of("-jar", SampleCommand.jar()),
				Map.of("MIGRATIONS_DATABASEURL", this.database.url(), "SPRING_DATASOURCE_USERNAME",
						this.database.username(), "SPRING_DATASOURCE_PASSWORD", this.database.password(),
						"SPRING_PROFILES_ACTIVE", "test", "MIGRATIONS_VERSIONTABLE", "other_version"),
				"migrations", "upgrade", "3f0c", "-q");
		assertThat(done.exitCode()).as(done.err()).isZero();
		assertThat(this.database.query("SELECT version_num FROM other_version")).containsExactly("3f0c1d5a7b21");
	}

	@Test
	void explodedApplicationDoesTheSame() {
		SampleCommand done = SampleCommand.run(this.directory,
				List.of("-cp", System.getProperty("java.class.path"), ExpensesApplication.class.getName()), Map.of(),
				SampleCommand.on(this.database, "heads"));
		check(done, 0, "heads.txt");
	}

	@Test
	void developmentDatabaseIsThereForACommand() {
		SampleCommand done = SampleCommand.run(this.directory, "migrations", "upgrade", "3f0c",
				"--expenses.data-directory=" + this.directory.resolve("postgres"));
		assertThat(done.exitCode()).as(done.err()).isZero();
		assertThat(done.out()).isEmpty();
		assertThat(done.err()).contains("[1/1] Running upgrade  -> 3f0c1d5a7b21, create users");
	}

}
