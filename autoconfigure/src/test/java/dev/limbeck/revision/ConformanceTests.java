package dev.limbeck.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases measured from Alembic, see {@code conformance/README.md}.
 * {@code -Dlimbeck.conformance.dir} names another directory of case files. Cases of
 * operations and target forms that there is nothing for yet are counted, not run.
 */
class ConformanceTests {

	@ParameterizedTest
	@MethodSource("files")
	void behavesLikeAlembic(Path file) {
		JsonNode cases = JsonMapper.shared().readTree(file.toFile());
		List<String> failures = new ArrayList<>();
		int passed = 0;
		int notYet = 0;
		for (JsonNode testCase : cases.get("cases")) {
			ConformanceCase conformanceCase = new ConformanceCase(testCase);
			if (!cases.get("graded").asBoolean() || !conformanceCase.isSupported()) {
				notYet++;
				continue;
			}
			String failure = failure(conformanceCase);
			if (failure.isEmpty()) {
				passed++;
			}
			else {
				failures.add(testCase.get("id").asString() + ": " + failure);
			}
		}
		System.out.printf("conformance %s: %d passed, %d failed, %d not yet%n", file.getFileName(), passed,
				failures.size(), notYet);
		assertThat(failures).isEmpty();
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

	static List<Path> files() throws IOException {
		String directory = System.getProperty("limbeck.conformance.dir",
				"src/test/resources/dev/limbeck/revision/conformance");
		try (Stream<Path> files = Files.list(Path.of(directory))) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
	}

}
