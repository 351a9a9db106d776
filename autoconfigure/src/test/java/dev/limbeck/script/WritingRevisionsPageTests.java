package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.limbeck.revision.RevisionDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold {@code docs/writing-revisions.md} against the code.
 */
class WritingRevisionsPageTests {

	private static final NewRevision EXAMPLE = NewRevision.empty(new RevisionDraft("00ba29ba9ef0",
			List.of("be5c4de9546c"), List.of(), List.of(), "classpath:db/migrations/versions"), "create user table",
			Instant.parse("2026-11-21T10:15:30Z"));

	private final String page = read(Path.of("../docs/writing-revisions.md"));

	@TempDir
	private Path path;

	@Test
	void exampleIsWhatIsWritten() {
		SourceTree tree = SourceTree.maven(this.path).revision("be5c4de9546c", "");
		RevisionWriter writer = new RevisionWriter(tree.sources(), RevisionFileSettings.defaults(), List.of(),
				PostWriteHooks.none());
		assertThat(writer.write(EXAMPLE).file()).hasContent(block("sql"));
	}

	@Test
	void templateIsTheBuiltInOne() {
		assertThat(block("mustache")).isEqualTo(ScriptTemplate.builtInText("script.sql.mustache"));
	}

	@Test
	void variablesAreThoseOfTheTemplate() {
		RevisionVariables variables = new RevisionVariables(EXAMPLE, "");
		assertThat(column("variable", 1)).containsExactlyElementsOf(variables.values().keySet());
	}

	@Test
	void namesAreThoseOfTheTemplates() {
		List<String> templates = column("`migrations.file-template`", 1);
		assertThat(templates).hasSize(4);
		for (int i = 0; i < templates.size(); i++) {
			RevisionFileSettings settings = new RevisionFileSettings(templates.get(i), 40, "UTC", "UTF-8");
			String name = new FileNameTemplate(settings).expand(EXAMPLE.draft().id(),
					RevisionMessage.of(EXAMPLE.message()), EXAMPLE.createDate().atZone(settings.zone()));
			assertThat(name + ".sql").isEqualTo(column("`migrations.file-template`", 2).get(i));
		}
	}

	@Test
	void templatesOfInitAreThoseThatThereAre() {
		for (EnvironmentTemplate template : EnvironmentTemplate.all()) {
			String layout = String.join("`, `", template.layout());
			assertThat(this.page)
				.contains("| `" + template.name() + "` | " + template.description() + " | `" + layout + "` |");
		}
		assertThat(column("template", 1)).hasSameSizeAs(EnvironmentTemplate.all());
	}

	private String block(String language) {
		String start = "```" + language + "\n";
		int begin = this.page.indexOf(start) + start.length();
		return this.page.substring(begin, this.page.indexOf("```", begin));
	}

	// The first code in each cell of a column
	private List<String> column(String heading, int number) {
		String table = this.page.substring(this.page.indexOf("| " + heading + " |")).split("\n\n")[0];
		return table.lines()
			.skip(2)
			.map((row) -> Pattern.compile("`([^`]*)`").matcher(row.split("\\|")[number]))
			.flatMap((matcher) -> matcher.results().limit(1).map((MatchResult result) -> result.group(1)))
			.toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
