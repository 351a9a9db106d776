package dev.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold the picture of {@code docs/architecture.md} against the arrows of {@link Rooms}.
 * With {@code -Dlimbeck.architecture.rewrite=true} it is drawn anew.
 */
class ArchitecturePictureTests {

	private static final Path DOCUMENT = Path.of("../docs/architecture.md");

	private static final Pattern NAMED_TYPE = Pattern.compile("`([A-Z]\\w+)[`.]");

	/** Types of Spring, and those of the tests. */
	private static final Set<String> FOREIGN = Set.of("Environment", "BeanFactoryInitializer", "Rooms");

	private static final String BEGIN = "```mermaid\n";

	private static final String END = "```";

	private final Map<String, List<String>> arrows = Rooms.ARROWS;

	@Test
	void pictureShowsTheArrows() throws IOException {
		String document = Files.readString(DOCUMENT);
		int begin = document.indexOf(BEGIN) + BEGIN.length();
		String expected = document.substring(0, begin) + picture() + document.substring(document.indexOf(END, begin));
		if (Boolean.getBoolean("limbeck.architecture.rewrite")) {
			Files.writeString(DOCUMENT, expected);
		}
		assertThat(document).isEqualTo(expected);
	}

	@Test
	void everyTypeThatIsNamedIsThere() throws IOException {
		Set<String> types;
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			types = files.map((file) -> file.getFileName().toString().replaceFirst("\\.java$", ""))
				.collect(Collectors.toSet());
		}
		assertThat(NAMED_TYPE.matcher(Files.readString(DOCUMENT)).results().map((match) -> match.group(1))).isNotEmpty()
			.allMatch((name) -> types.contains(name) || FOREIGN.contains(name));
	}

	private String picture() {
		return "flowchart TD\n" + new TreeSet<>(this.arrows.keySet()).stream()
			.flatMap((room) -> direct(room).map((target) -> "\t" + room + " --> " + target + "\n"))
			.collect(Collectors.joining());
	}

	/**
	 * Return the rooms that no other of the same list leads to, since a picture of all
	 * arrows shows none.
	 */
	private Stream<String> direct(String room) {
		List<String> targets = this.arrows.get(room);
		return targets.stream()
			.filter((target) -> targets.stream().noneMatch((other) -> leads(other, target)))
			.sorted();
	}

	private boolean leads(String from, String to) {
		return this.arrows.get(from).stream().anyMatch((next) -> next.equals(to) || leads(next, to));
	}

}
