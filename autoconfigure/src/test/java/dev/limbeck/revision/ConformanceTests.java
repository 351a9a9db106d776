package dev.limbeck.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases measured from Alembic, see {@code conformance/README.md}.
 * {@code -Dlimbeck.conformance.dir} names another directory of case files. Files that are
 * not graded are not run here, see {@code QuirkTests}.
 */
class ConformanceTests {

	private static final Path FILES = Path.of("src/test/resources/dev/limbeck/revision/conformance");

	@ParameterizedTest
	@MethodSource("gradedFiles")
	void behavesLikeAlembic(Path file) {
		List<String> failures = new ArrayList<>();
		int passed = 0;
		for (JsonNode json : read(file).get("cases")) {
			String failure = failure(new ConformanceCase(json));
			if (failure.isEmpty()) {
				passed++;
			}
			else {
				failures.add(json.get("id").asString() + ": " + failure);
			}
		}
		System.out.printf("conformance %s: %d passed, %d failed%n", file.getFileName(), passed, failures.size());
		assertThat(failures).isEmpty();
	}

	@Test
	void everyFileOfThePublicSetIsThere() throws IOException {
		assertThat(files(FILES)).map((file) -> file.getFileName().toString())
			.containsExactly("create.json", "downgrade.json", "history.json", "inspect.json", "load.json",
					"offline.json", "quirks.json", "resolve.json", "stamp.json", "upgrade.json");
	}

	private static String failure(ConformanceCase conformanceCase) {
		try {
			conformanceCase.run();
			return "";
		}
		catch (AssertionError | RuntimeException ex) {
			return ex.toString();
		}
	}

	static List<Path> gradedFiles() throws IOException {
		String directory = System.getProperty("limbeck.conformance.dir");
		return files((directory != null) ? Path.of(directory) : FILES).stream()
			.filter((file) -> read(file).get("graded").asBoolean())
			.toList();
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
	}

	static JsonNode read(Path file) {
		return JsonMapper.shared().readTree(file.toFile());
	}

	static JsonNode quirks() {
		return read(FILES.resolve("quirks.json"));
	}

}
