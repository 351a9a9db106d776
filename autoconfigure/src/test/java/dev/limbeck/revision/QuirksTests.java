package dev.limbeck.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases where Alembic breaks or does something doubtful, and what was decided to do
 * instead: {@code quirks-decisions.json} has an outcome for each, in the words of the
 * graded cases. {@code docs/alembic-compatibility.md} says why.
 */
class QuirksTests {

	private static final Path DECISIONS = Path.of("src/test/resources/dev/limbeck/revision/quirks-decisions.json");

	@Test
	void everyQuirkIsDecidedUpon() {
		List<String> ids = new ArrayList<>();
		ConformanceTests.quirks().get("cases").forEach((json) -> ids.add(json.get("id").asString()));
		List<String> decided = new ArrayList<>(ConformanceTests.read(DECISIONS).propertyNames());
		assertThat(decided).isNotEmpty().containsExactlyInAnyOrderElementsOf(ids);
	}

	@Test
	void thePageCountsEveryQuirk() throws IOException {
		int counted = Pattern.compile("^\\|.* \\((\\d+)\\) \\|.*\\|$", Pattern.MULTILINE)
			.matcher(Files.readString(Path.of("../docs/alembic-compatibility.md")))
			.results()
			.mapToInt((row) -> Integer.parseInt(row.group(1)))
			.sum();
		assertThat(counted).isEqualTo(ConformanceTests.quirks().get("cases").size());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("quirks")
	void behavesAsDecided(String id, ConformanceCase quirk) {
		quirk.run();
	}

	static Stream<Arguments> quirks() {
		JsonNode decisions = ConformanceTests.read(DECISIONS);
		return ConformanceTests.quirks().get("cases").valueStream().map((json) -> {
			String id = json.get("id").asString();
			return Arguments.of(id, new ConformanceCase(json, decisions.path(id)));
		});
	}

}
