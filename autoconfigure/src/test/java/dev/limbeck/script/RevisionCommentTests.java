package dev.limbeck.script;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.test.JavaSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RevisionComment}.
 */
class RevisionCommentTests {

	private static final List<String> LINE_ENDS = List.of("\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028",
			"\u2029");

	@ParameterizedTest
	@EnumSource
	void lineOfTextIsOneLineWhateverStandsInIt(RevisionComment comment) {
		for (String end : LINE_ENDS) {
			assertThat(comment.ofText(List.of("a" + end + "b"))).singleElement()
				.asString()
				.matches("(--|//) a[\\\\\\p{Alnum}]+b");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatCannotBeSeenIsEscaped(RevisionComment comment) {
		assertThat(comment.ofText(List.of("a\u001b[31m\u0007\u202eb"))).singleElement()
			.asString()
			.matches("\\P{Cntrl}+")
			.doesNotContain("\u202e")
			.contains("\\u001b", "\\u0007", "\\u202e");
	}

	@ParameterizedTest
	@EnumSource
	void everyLineOfSourceIsCommentedOut(RevisionComment comment) {
		assertThat(comment.ofCode(List.of("a\nb\r\n\tc", "d\re")).stream().map((line) -> line.substring(2)))
			.containsExactly(" a", " b", " \tc", " d", " e");
	}

	@Test
	void compilerOfJavaReadsNoEscapeInAComment(@TempDir Path path) throws Exception {
		List<String> comments = RevisionComment.JAVA
			.ofText(List.of("\\u000aint a = 1 / 0;", "\\\\\\u000aint b = 1 / 0;", "\\uuu000dint c = 1 / 0;",
					"\\u005c\\u000aint d = 1 / 0;", "\\u00", "\\\\u000a", "\\", "\\u005cu000aint e = 1 / 0;"));
		JavaSources sources = new JavaSources(path.resolve("src")).write("a.B",
				"class B {\n\tstatic {\n\t\t" + String.join("\n\t\t", comments) + "\n\t}\n}\n");
		assertThat(sources.compile(path.resolve("classes"))).isEmpty();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { path.resolve("classes").toUri().toURL() })) {
			Class.forName("a.B", true, loader);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrate:upgrade", "migrate: downgrade", "migrate:upgrade.c: a → b", "migrate:end",
			"Migration up", "-- migrate:autocommit", "\"migrate:upgrade\"", "migrate:", "('migrate:end')," })
	void textAndSourceInACommentAreNoMarker(String line) {
		List<String> comments = new ArrayList<>(RevisionComment.SQL.ofText(List.of(line)));
		comments.addAll(RevisionComment.SQL.ofCode(RevisionComment.SQL.ofText(List.of(line))));
		if (!line.startsWith("m") && !line.startsWith("M") && !line.startsWith("-")) {
			comments.addAll(RevisionComment.SQL.ofCode(List.of(line)));
		}
		String text = "-- m\n-- revision: a1\n-- migrate:upgrade\n" + String.join("\n", comments)
				+ "\nSELECT 1;\n-- migrate:downgrade\n";
		SqlRevision revision = RevisionFileParser.parse("a1.sql", text.getBytes(StandardCharsets.UTF_8));
		assertThat(revision.upgrade().blocks()).singleElement()
			.extracting(SqlBlock::sql)
			.asString()
			.endsWith("SELECT 1;\n");
	}

	@Test
	void textThatLooksLikeNoMarkerIsReadAsItIs() {
		assertThat(RevisionComment.SQL.ofText(List.of("migrations.id: integer → text changes values. How many:")))
			.containsExactly("-- migrations.id: integer → text changes values. How many:");
	}

}
