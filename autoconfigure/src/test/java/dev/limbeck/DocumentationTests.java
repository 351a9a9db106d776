package dev.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
	void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
		String readme = Files.readString(ROOT.resolve("README.md"));
		String command = readme.substring(readme.indexOf("## Run all tests")).split("```shell\n")[1].split("\n```")[0];
		assertThat(Files.readAllLines(ROOT.resolve(".ci/run")))
			.filteredOn((line) -> !line.isBlank() && !line.startsWith("#"))
			.containsExactly("set -eu", "cd \"$(dirname \"$0\")/..\"", command);
	}

	private static Stream<Path> pages() throws IOException {
		List<Path> pages = new ArrayList<>();
		pages.add(ROOT.resolve("README.md"));
		try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
			files.filter((file) -> file.toString().endsWith(".md")).forEach(pages::add);
		}
		return pages.stream();
	}

}
