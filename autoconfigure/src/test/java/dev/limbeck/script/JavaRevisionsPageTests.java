package dev.limbeck.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.test.JavaSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold {@code docs/java-revisions.md} against the code.
 */
class JavaRevisionsPageTests {

	private static final Path PAGE = Path.of("../docs/java-revisions.md");

	@TempDir
	private Path path;

	@Test
	void classesCompileAndAreRevisions() throws IOException {
		JavaSources sources = new JavaSources(this.path.resolve("src"));
		List<String> names = new ArrayList<>();
		for (String block : blocks("java")) {
			Matcher matcher = Pattern.compile("^package ([\\w.]+);\n\n(.*class (\\w+) .*)", Pattern.DOTALL)
				.matcher(block);
			if (matcher.matches()) {
				names.add(matcher.group(1) + "." + matcher.group(3));
				sources.write(matcher.group(1) + "." + matcher.group(3), matcher.group(2));
			}
		}
		assertThat(sources.compile(this.path.resolve("classes"))).isEmpty();
		assertThat(names).hasSize(3);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.path.resolve("classes").toUri().toURL() },
				getClass().getClassLoader())) {
			RevisionClasses classes = new RevisionClasses(loader);
			for (String name : names) {
				byte[] content = Files
					.readAllBytes(this.path.resolve("classes").resolve(name.replace('.', '/') + ".class"));
				assertThat(classes.read(name, content)).isNotNull();
			}
		}
	}

	@Test
	void templateIsTheBuiltInOne() throws IOException {
		assertThat(blocks("mustache")).containsExactly(ScriptTemplate.builtInText("script.java.mustache"),
				ScriptTemplate.builtInText("script.kotlin.mustache"));
	}

	@Test
	void attributesAreThoseOfTheAnnotation() throws IOException {
		String page = Files.readString(PAGE);
		String table = page.substring(page.indexOf("| attribute |")).split("\n\n")[0];
		List<String> named = Pattern.compile("`(\\w+)`")
			.matcher(table.lines().map((row) -> row.split("\\|")[1]).reduce("", String::concat))
			.results()
			.map((result) -> result.group(1))
			.toList();
		assertThat(named).containsExactlyInAnyOrderElementsOf(
				Stream.of(Revision.class.getDeclaredMethods()).map((method) -> method.getName()).toList());
	}

	private static List<String> blocks(String language) throws IOException {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(PAGE))
			.results()
			.map((result) -> result.group(1))
			.toList();
	}

}
