package dev.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold the figures of the README against those of {@code docs/benchmarks.md}. With
 * {@code -Dlimbeck.readme.rewrite=true} they are written anew.
 */
class ReadmeFiguresTests {

	private static final Path README = Path.of("../README.md");

	private static final String BEGIN = "<!-- figures of docs/benchmarks.md -->\n";

	private static final String NOTHING_TO_DO = "### Nothing to do, executable jar";

	private static final String FIRST_START = "### First start, executable jar";

	private final List<String> benchmarks = Files.readAllLines(Path.of("../docs/benchmarks.md"));

	ReadmeFiguresTests() throws IOException {
	}

	@Test
	void figuresAreThoseOfTheBenchmark() throws IOException {
		String readme = Files.readString(README);
		int begin = readme.indexOf(BEGIN) + BEGIN.length();
		int end = readme.indexOf("<!-- end -->", begin);
		String expected = readme.substring(0, begin) + table() + readme.substring(end);
		if (Boolean.getBoolean("limbeck.readme.rewrite")) {
			Files.writeString(README, expected);
		}
		assertThat(readme).isEqualTo(expected);
	}

	private String table() {
		List<String> rows = new ArrayList<>();
		rows.add("| Executable jar | Reference | Limbeck | Flyway | Liquibase |");
		rows.add("| --- | ---: | ---: | ---: | ---: |");
		for (String size : List.of("10", "1,000", "5,000")) {
			rows.add(times("Start with nothing to do", NOTHING_TO_DO, size, "one bundle"));
		}
		rows.add(row("Statements of such a start", figures(NOTHING_TO_DO, "1,000", "one bundle", "statements")));
		for (String size : List.of("10", "1,000", "5,000")) {
			rows.add(times("First start", FIRST_START, size, "bare JDBC"));
		}
		return String.join("\n", rows) + "\n";
	}

	private String times(String label, String section, String size, String reference) {
		return row(label + ", " + size + " revisions",
				figures(section, size, reference, "ms").stream()
					.map((figure) -> String.format(Locale.ROOT, "%,d ms", Integer.parseInt(figure)))
					.toList());
	}

	private static String row(String label, List<String> figures) {
		return "| " + label + " | " + String.join(" | ", figures) + " |";
	}

	private List<String> figures(String section, String size, String reference, String column) {
		List<List<String>> rows = this.benchmarks.stream()
			.dropWhile((line) -> !line.equals(section))
			.dropWhile((line) -> !line.startsWith("|"))
			.takeWhile((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
			.toList();
		int index = rows.get(0).indexOf(column);
		return List.of(reference, "Limbeck", "Flyway", "Liquibase")
			.stream()
			.map((contender) -> figure(rows, size, contender, index))
			.toList();
	}

	private static String figure(List<List<String>> rows, String size, String contender, int index) {
		return rows.stream()
			.filter((cells) -> cells.get(0).equals(size) && cells.get(1).equals(contender))
			.findFirst()
			.orElseThrow()
			.get(index);
	}

}
