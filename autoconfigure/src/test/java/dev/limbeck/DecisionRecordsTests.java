package dev.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold {@code docs/decisions} to its form, the types that it names against the code, and
 * the record of the dependencies against the POMs.
 */
class DecisionRecordsTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Path RECORDS = ROOT.resolve("docs/decisions");

	private static final Pattern DEPENDENCY = Pattern
		.compile("<dependency>\\s*<groupId>(?!dev\\.limbeck<)[^<]+</groupId>\\s*<artifactId>([^<$]+)");

	private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

	private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");

	private static final Pattern WORD = Pattern.compile("\\w+");

	private static final Set<String> words = new HashSet<>();

	private static final int MOST_LINES = 90;

	private static final int MOST_COLUMNS = 120;

	@BeforeAll
	static void readWords() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT.resolve("autoconfigure/src"))) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".java")).toList()) {
				WORD.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(words::add);
			}
		}
		WORD.matcher(Files.readString(ROOT.resolve("pom.xml"))).results().map(MatchResult::group).forEach(words::add);
	}

	@ParameterizedTest
	@MethodSource("records")
	void recordHasTheFourHeadingsAndIsShort(Path record) throws IOException {
		List<String> lines = Files.readAllLines(record);
		int number = Integer.parseInt(record.getFileName().toString().substring(0, 4));
		assertThat(lines.get(0)).startsWith("# " + number + ". ");
		assertThat(lines).filteredOn((line) -> line.startsWith("## "))
			.containsExactly("## Status", "## Context", "## Decision", "## Consequences");
		assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
		assertThat(lines).filteredOn((line) -> !line.startsWith("|")).allMatch((line) -> line.length() <= MOST_COLUMNS);
	}

	@ParameterizedTest
	@MethodSource("records")
	void typesThatRecordNamesAreInTheCode(Path record) throws IOException {
		Set<String> named = new TreeSet<>();
		TYPE.matcher(Files.readString(record)).results().map((match) -> match.group(1)).forEach(named::add);
		assertThat(words).containsAll(named);
	}

	@Test
	void indexHasEachRecordUnderItsTitleInOrder() throws IOException {
		List<String> expected = new ArrayList<>();
		for (Path record : records().toList()) {
			String title = Files.readAllLines(record).get(0).substring("# ".length());
			expected.add("- [" + title + "](" + record.getFileName() + ")");
		}
		assertThat(Files.readAllLines(RECORDS.resolve("README.md")).stream().filter((line) -> line.startsWith("- [")))
			.zipSatisfy(expected, (line, start) -> assertThat(line).startsWith(start));
	}

	@ParameterizedTest
	@ValueSource(strings = { "autoconfigure", "starter", "sample-app" })
	void dependenciesOfModuleAreOnRecord(String module) throws IOException {
		String pom = COMMENT.matcher(Files.readString(ROOT.resolve(module).resolve("pom.xml"))).replaceAll("");
		Set<String> dependencies = new TreeSet<>();
		DEPENDENCY.matcher(pom).results().map((match) -> match.group(1)).forEach(dependencies::add);
		assertThat(dependencies).isNotEmpty();
		assertThat(recorded()).containsAll(dependencies);
	}

	private static List<String> recorded() throws IOException {
		try (Stream<Path> files = records()) {
			Path record = files.filter((file) -> file.toString().endsWith("-dependencies.md"))
				.findFirst()
				.orElseThrow();
			return Pattern.compile("`([^`*]+)\\*?`")
				.matcher(Files.readString(record))
				.results()
				.map((MatchResult match) -> match.group(1))
				.toList();
		}
	}

	private static Stream<Path> records() throws IOException {
		try (Stream<Path> files = Files.list(RECORDS)) {
			return files.filter((file) -> !file.endsWith("README.md")).sorted().toList().stream();
		}
	}

}
