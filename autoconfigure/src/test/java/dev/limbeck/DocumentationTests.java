package dev.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold the documentation against the code.
 */
class DocumentationTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)[^)]*\\)");

	private static final Pattern BLOCK = Pattern.compile("^ *```sql\n(.*?)^ *```", Pattern.MULTILINE | Pattern.DOTALL);

	@ParameterizedTest
	@MethodSource("pages")
	void revisionsInPageAreValid(Path page, @TempDir Path directory) throws IOException {
		List<String> revisions = revisionsIn(page);
		for (int i = 0; i < revisions.size(); i++) {
			RevisionDirectory target = new RevisionDirectory(directory.resolve("example" + i));
			target.writeFile("example.sql", revisions.get(i).replaceAll("(?m)^-- down_revision:.*$", ""));
			ScriptSettings settings = new ScriptSettings("classpath:unused", List.of(target.location()));
			assertThat(new ScriptDirectory(settings, getClass().getClassLoader()).load().graph().size()).isOne();
		}
	}

	private static List<String> revisionsIn(Path page) throws IOException {
		List<String> revisions = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(Files.readString(page));
		while (matcher.find()) {
			if (matcher.group(1).contains("-- revision:")) {
				revisions.add(matcher.group(1).stripIndent());
			}
		}
		return revisions;
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksInPageLeadToFiles(Path page) throws IOException {
		Matcher matcher = LINK.matcher(Files.readString(page));
		while (matcher.find()) {
			assertThat(page.getParent().resolve(matcher.group(1))).as(matcher.group()).exists();
		}
	}

	@Test
	void pagesWithRevisionsWereFound() throws IOException {
		assertThat(revisionsIn(ROOT.resolve("README.md"))).hasSize(1);
		assertThat(revisionsIn(ROOT.resolve("docs/revision-files.md"))).hasSize(1);
	}

	@Test
	void pagesAreFound() throws IOException {
		assertThat(pages()).contains(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"),
				ROOT.resolve("docs/commands.md"));
	}

	@Test
	void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
		assertThat(Files.readAllLines(ROOT.resolve(".ci/run")))
			.filteredOn((line) -> !line.isBlank() && !line.startsWith("#"))
			.containsExactly("set -eu", "cd \"$(dirname \"$0\")/..\"", testCommand());
	}

	@Test
	void workflowRunsTheTestCommandOfTheReadmeOnEachPostgresql() throws IOException {
		assertThat(Files.readString(ROOT.resolve(".github/workflows/build.yml")))
			.contains("- run: " + testCommand() + " -Dpostgres.version=${{ matrix.postgresql }}\n")
			.contains("java: [17, 25]\n", "postgresql: [14, 15, 16, 17, 18]\n");
	}

	private static String testCommand() throws IOException {
		String readme = Files.readString(ROOT.resolve("README.md"));
		return readme.substring(readme.indexOf("## Run all tests")).split("```shell\n")[1].split("\n```")[0];
	}

	@ParameterizedTest
	@MethodSource("forms")
	void formOfTheRepositoryHostIsYaml(Path form) throws IOException {
		assertThat(new Yaml().<Object>load(Files.readString(form))).isInstanceOf(Map.class);
	}

	private static Stream<Path> forms() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT.resolve(".github"))) {
			return files.filter((file) -> file.toString().endsWith(".yml")).toList().stream();
		}
	}

	private static Stream<Path> pages() throws IOException {
		List<Path> pages = new ArrayList<>();
		try (Stream<Path> files = Files.list(ROOT); Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
			Stream.concat(files, docs).filter((file) -> file.toString().endsWith(".md")).forEach(pages::add);
		}
		return pages.stream();
	}

}
