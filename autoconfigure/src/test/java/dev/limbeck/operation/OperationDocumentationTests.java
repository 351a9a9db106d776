package dev.limbeck.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/operations.md} against what the examples become. {@code -Ddocs=write}
 * writes the page anew.
 */
class OperationDocumentationTests {

	private static final Path PAGE = Path.of("../docs/operations.md");

	private static final List<String> TITLES = List.of("Tables", "Columns", "Indexes", "Constraints",
			"Sequences and enum types", "Views and functions", "Schemas, extensions, statements and rows");

	private final DdlWriter writer = new PostgresqlDialect().ddlWriter(18, NamingConvention.standard());

	@Test
	void pageShowsWhatTheExamplesBecome() throws IOException {
		String page = page();
		if ("write".equals(System.getProperty("docs"))) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).isEqualTo(page);
	}

	private String page() throws IOException {
		StringBuilder page = new StringBuilder();
		try (InputStream introduction = getClass().getResourceAsStream("operations-introduction.md")) {
			page.append(new String(Objects.requireNonNull(introduction).readAllBytes(), StandardCharsets.UTF_8));
		}
		for (int i = 0; i < TITLES.size(); i++) {
			page.append("\n## ").append(TITLES.get(i)).append("\n");
			String shown = "";
			for (OperationExample example : OperationExample.of(OperationExample.SECTIONS.get(i))) {
				String directive = example.description().value();
				if (!directive.equals(shown)) {
					page.append("\n### ").append(directive).append("\n");
				}
				shown = directive;
				append(page, example);
			}
		}
		return page.toString();
	}

	private void append(StringBuilder page, OperationExample example) {
		String about = example.description().about();
		page.append(about.isEmpty() ? "" : "\n" + about + "\n");
		page.append("\n```java\n").append(example.source()).append("\n```\n\n```sql\n");
		for (Operation operation : example.operations()) {
			for (DdlStatement statement : this.writer.write(operation)) {
				page.append(statement.transactional() ? "" : "-- outside of a transaction\n");
				page.append(statement.sql()).append(";\n");
			}
		}
		page.append("```\n");
	}

}
