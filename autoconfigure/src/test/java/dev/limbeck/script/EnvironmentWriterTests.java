package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.RevisionDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EnvironmentWriter} and {@link EnvironmentTemplate}.
 */
class EnvironmentWriterTests {

	private static final String RESOURCES = "src/main/resources/";

	private static final String ENVIRONMENT = RESOURCES + "db/migrations";

	private static final String PROPERTIES = "migrations.script-location=classpath:db/migrations\n";

	@TempDir
	private Path path;

	private SourceTree tree;

	@BeforeEach
	void setUp() {
		this.tree = SourceTree.maven(this.path.resolve("app"));
	}

	@Test
	void templatesAreDescribedByTheirReadme() {
		assertThat(EnvironmentTemplate.all()).containsExactly(
				new EnvironmentTemplate("sql", "Revisions in SQL for one database."),
				new EnvironmentTemplate("java", "Revisions in Java and SQL for one database."),
				new EnvironmentTemplate("multidb", "Revisions in SQL for several databases."),
				new EnvironmentTemplate("reactive", "Revisions in SQL for an application that uses R2DBC."));
	}

	@Test
	void unknownTemplateListsTheKnownOnes() {
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> EnvironmentTemplate.named("../sql"))
			.withMessageContaining("There is no template '../sql'")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("sql, java, multidb, reactive"));
	}

	@Test
	void scriptLocationOfTheSourceTreeIsLaidOut() {
		WrittenEnvironment written = write("sql", null);
		assertThat(written.directory()).isEqualTo(this.tree.path().resolve(ENVIRONMENT));
		assertThat(names(written.created())).containsExactly(ENVIRONMENT + "/README.md",
				ENVIRONMENT + "/script.sql.mustache", ENVIRONMENT + "/versions/.gitkeep");
		assertThat(written.created()).allSatisfy((file) -> assertThat(file).isRegularFile());
		assertThat(written.properties()).isEqualTo(PROPERTIES);
		assertThat(written.changed()).isEmpty();
		assertThat(written.skipped()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sql", "java", "reactive" })
	void revisionsAreWrittenToWhatWasLaidOut(String template) throws IOException {
		write(template, null);
		RevisionDraft draft = new RevisionDraft("a1", List.of(), List.of("x"), List.of(),
				"classpath:db/migrations/versions");
		RevisionWriter writer = new RevisionWriter(this.tree.sources(), RevisionFileSettings.defaults(), List.of(),
				PostWriteHooks.none());
		Path file = writer.write(NewRevision.empty(draft, "m", Instant.EPOCH)).file();
		assertThat(file).isEqualTo(this.tree.versions().resolve("a1_m.sql"));
		assertThat(Files.readString(this.tree.path().resolve(ENVIRONMENT + "/script.sql.mustache")))
			.isEqualTo(ScriptTemplate.builtInText("script.sql.mustache"));
	}

	@Test
	void directoryMayBeGiven() {
		WrittenEnvironment written = write("sql", RESOURCES + "com/acme");
		assertThat(written.properties()).isEqualTo("migrations.script-location=classpath:com/acme\n");
		assertThat(write("sql", "revisions").properties()).isEqualTo("migrations.script-location=file:revisions\n");
		assertThat(write("sql", this.path.resolve("out").toString()).properties())
			.isEqualTo("migrations.script-location=file:" + this.path.resolve("out") + "\n");
		assertThat(this.path.resolve("out/versions/.gitkeep")).exists();
	}

	@Test
	void directoryWithContentIsLeftAlone() {
		this.tree.file(ENVIRONMENT + "/notes.txt", "x");
		List<String> before = this.tree.files();
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write("sql", null))
			.withMessageContaining(this.tree.path().resolve(ENVIRONMENT) + " is not empty. Nothing was written.");
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write("sql", "pom.xml"))
			.withMessageContaining("is not a directory");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void emptyDirectoryIsFilledAndSecondTimeRefused() {
		this.tree.folder(ENVIRONMENT);
		write("sql", null);
		List<String> before = this.tree.files();
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write("sql", null))
			.withMessageContaining("is not empty");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void failureLeavesNothing() {
		this.tree.file("src/main/java/db", "no directory");
		List<String> before = this.tree.files();
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write("java", null))
			.withMessageContaining("package-info.java cannot be written");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void javaRevisionsHaveThePackageThatMirrorsTheLocation() throws IOException {
		WrittenEnvironment written = write("java", null);
		assertThat(names(written.created())).containsExactly(ENVIRONMENT + "/README.md",
				ENVIRONMENT + "/script.sql.mustache", ENVIRONMENT + "/script.java.mustache",
				ENVIRONMENT + "/versions/.gitkeep", "src/main/java/db/migrations/versions/package-info.java");
		assertThat(this.tree.path().resolve("src/main/java/db/migrations/versions/package-info.java")).content()
			.contains("package db.migrations.versions;");
		assertThat(this.tree.path().resolve(ENVIRONMENT + "/script.java.mustache")).content()
			.startsWith("package {{package}};");
		assertThat(written.properties()).isEqualTo(PROPERTIES);
	}

	@Test
	void packageOfJavaRevisionsMayBeGiven() {
		this.tree.file("src/main/java/com/acme/db/package-info.java", "mine");
		WrittenEnvironment written = new EnvironmentWriter(ScriptSettings.defaults(), null, this.tree.path())
			.write(EnvironmentTemplate.named("java"), null, "com.acme.db");
		assertThat(names(written.created())).contains(RESOURCES + "com/acme/db/.gitkeep")
			.doesNotContain(ENVIRONMENT + "/versions/.gitkeep");
		assertThat(names(written.skipped())).containsExactly("src/main/java/com/acme/db/package-info.java");
		assertThat(this.tree.path().resolve("src/main/java/com/acme/db/package-info.java")).hasContent("mine");
		assertThat(written.properties()).isEqualTo(PROPERTIES + "migrations.version-locations=classpath:com/acme/db\n");
	}

	@Test
	void packageThatCannotBeIsRefused() {
		EnvironmentWriter writer = new EnvironmentWriter(ScriptSettings.defaults(), null, this.tree.path());
		List<String> before = this.tree.files();
		for (String name : List.of("", "a-b", "../x", "a..b", "1a")) {
			assertThatExceptionOfType(RevisionWritingException.class)
				.isThrownBy(() -> writer.write(EnvironmentTemplate.named("java"), null, name))
				.withMessageContaining("not a valid name of a Java package");
		}
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> writer.write(EnvironmentTemplate.named("java"), RESOURCES + "my-app", null))
			.withMessageContaining("'my-app.versions' is not a valid name of a Java package");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> writer.write(EnvironmentTemplate.named("java"), "elsewhere", null))
			.withMessageContaining("is not below src/main/resources");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> writer.write(EnvironmentTemplate.named("sql"), null, "a"))
			.withMessageContaining("has no Java revisions");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void severalDatabasesHaveDirectoriesOfTheirOwn() {
		WrittenEnvironment written = write("multidb", null);
		assertThat(names(written.created())).containsExactly(ENVIRONMENT + "/README.md",
				ENVIRONMENT + "/orders/script.sql.mustache", ENVIRONMENT + "/orders/versions/.gitkeep",
				ENVIRONMENT + "/customers/script.sql.mustache", ENVIRONMENT + "/customers/versions/.gitkeep");
		assertThat(written.properties()).isEqualTo("""
				migrations.environments.orders.script-location=classpath:db/migrations/orders
				migrations.environments.orders.datasource.url=${ORDERS_DATABASE_URL}
				migrations.environments.customers.script-location=classpath:db/migrations/customers
				migrations.environments.customers.datasource.url=${CUSTOMERS_DATABASE_URL}
				""");
	}

	@Test
	void yamlIsAddedTo() throws IOException {
		for (String text : List.of("", "# nothing\n", "spring:\n  application:\n    name: größe",
				"a: 1\r\nb: |\r\n  text\r\n")) {
			Path file = configuration("application.yml", text);
			WrittenEnvironment written = write("multidb", RESOURCES + "e" + text.length());
			assertThat(written.changed()).containsExactly(file);
			assertThat(written.properties()).isEmpty();
			String result = Files.readString(file);
			assertThat(result).startsWith(text);
			Map<String, Object> before = new Yaml().load(text);
			Map<String, Object> after = new Yaml().load(result);
			assertThat(after.remove("migrations").toString()).isEqualTo(
					"{environments={orders={script-location=classpath:e%1$s/orders, datasource={url=${ORDERS_DATABASE_URL}}}, "
						.concat("customers={script-location=classpath:e%1$s/customers, datasource={url=${CUSTOMERS_DATABASE_URL}}}}}")
						.formatted(text.length()));
			assertThat(after).isEqualTo((before != null) ? before : Map.of());
			assertThat(result.replace("\r\n", "").contains("\n")).isEqualTo(!text.contains("\r\n"));
		}
	}

	@Test
	void propertiesAreAddedTo() throws IOException {
		Path file = configuration("application.properties", "a=1");
		assertThat(write("sql", null).changed()).containsExactly(file);
		assertThat(file).hasContent("a=1\n\n" + PROPERTIES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrations:\n  target: heads\n", "a: 1\n---\nb: 2\n", "{a: 1}\n", "  a: 1\n", "- a\n",
			"migrations.target: heads\n", "\"migrations\":\n  x: 1", "a: 1\n...\n" })
	void yamlThatCannotSimplyBeAddedToIsLeftAsItIs(String text) throws IOException {
		Path file = configuration("application.yaml", text);
		WrittenEnvironment written = write("sql", null);
		assertThat(Files.readString(file)).isEqualTo(text);
		assertThat(written.changed()).isEmpty();
		assertThat(written.skipped()).containsExactly(file);
		assertThat(written.properties()).isEqualTo(PROPERTIES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrations.target=heads\n", "a=1\n#---\nb=2\n" })
	void propertiesThatCannotSimplyBeAddedToAreLeftAsTheyAre(String text) throws IOException {
		Path file = configuration("application.properties", text);
		assertThat(write("sql", null).skipped()).containsExactly(file);
		assertThat(Files.readString(file)).isEqualTo(text);
	}

	private Path configuration(String name, String text) {
		return this.tree.file(RESOURCES + name, text).path().resolve(RESOURCES + name);
	}

	private WrittenEnvironment write(String template, @Nullable String directory) {
		return new EnvironmentWriter(ScriptSettings.defaults(), null, this.tree.path())
			.write(EnvironmentTemplate.named(template), directory, null);
	}

	private List<String> names(List<Path> files) {
		return files.stream().map((file) -> this.tree.path().relativize(file).toString()).toList();
	}

}
