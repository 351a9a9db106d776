package dev.limbeck.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.DuplicateRevisionException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.test.JavaSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionWriter} and Java.
 */
class JavaRevisionWriterTests {

	private static final String LOCATION = "classpath:db/migrations/versions";

	private static final String PACKAGE = "src/main/java/db/migrations/versions/";

	private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30Z");

	@TempDir
	private Path path;

	private SourceTree tree;

	@BeforeEach
	void setUp() {
		this.tree = SourceTree.maven(this.path.resolve("app")).revision("be5c4de9546c", "");
	}

	@Test
	void emptyRevisionIsACompleteClass() {
		WrittenRevision written = write(
				NewRevision.empty(draft("00ba29ba9ef0"), "create user table", CREATED, RevisionFormat.JAVA));
		assertThat(written.file()).isEqualTo(this.tree.path().resolve(PACKAGE + "Rev00ba29ba9ef0CreateUserTable.java"))
			.hasContent("""
					package db.migrations.versions;

					import dev.limbeck.operation.Operations;
					import dev.limbeck.script.MigrationScript;
					import dev.limbeck.script.Revision;

					@Revision(id = "00ba29ba9ef0",
							downRevision = "be5c4de9546c",
							message = "create user table",
							createDate = "2026-11-21T10:15:30Z")
					class Rev00ba29ba9ef0CreateUserTable implements MigrationScript {

						@Override
						public void upgrade(Operations op) {
						}

						@Override
						public void downgrade(Operations op) {
						}

					}
					""");
		assertThat(written.script().format()).isEqualTo(RevisionFormat.JAVA);
		assertThat(compile()).isEmpty();
	}

	@Test
	void operationsBecomeTheBody() throws Exception {
		List<Operation> upgrades = new ArrayList<>();
		Operations op = Operations.of(upgrades::add);
		op.createTable("users", (table) -> table.column("id", integer(), (id) -> id.notNull()).primaryKey("id"));
		op.execute("INSERT INTO users VALUES (?)", List.of(1));
		WrittenRevision written = write(NewRevision.java(draft("a1"), "users", upgrades, null, CREATED));
		assertThat(Files.readString(written.file())).contains("""
				import java.util.List;

				import dev.limbeck.operation.Operations;
				import dev.limbeck.script.MigrationScript;
				import dev.limbeck.script.Revision;

				import static dev.limbeck.schema.ColumnTypes.integer;
				""").contains("\n\t\top.createTable(\"users\", (table) -> table").doesNotContain("downgrade(");
		assertThat(compile()).isEmpty();
	}

	@Test
	void textOfAllKindsIsRead() {
		WrittenRevision written = write(
				new NewRevision(new RevisionDraft("a1", List.of("be5c4de9546c"), List.of("über"), List.of(), LOCATION),
						"say \"hi\" \\u0041 ${x} {{y}} */\nmore \\ text\nand more", List.of(), List.of(), CREATED,
						RevisionFormat.JAVA, List.of()));
		assertThat(written.script().revision().message()).isEqualTo("say \"hi\" \\u0041 ${x} {{y}} */");
		assertThat(written.script().description()).isEqualTo("more \\ text\nand more");
		assertThat(written.script().revision().branchLabels()).containsExactly("über");
		assertThat(compile()).isEmpty();
	}

	@Test
	void draftsAreMadeFromSourcesThatAreNotCompiledYet() {
		write(NewRevision.empty(draft("a1"), "one", CREATED, RevisionFormat.JAVA));
		SourceDirectories sources = this.tree.sources();
		assertThat(sources.scripts().load().graph().heads()).extracting(Revision::id).containsExactly("a1");
		Revision a1 = sources.scripts().load().graph().get("a1");
		assertThat(sources.locationOf(a1)).isEqualTo(LOCATION);
		assertThat(sources.fileOf(a1)).isEqualTo(this.tree.path().resolve(PACKAGE + "Reva1One.java"));
		assertThatExceptionOfType(DuplicateRevisionException.class)
			.isThrownBy(() -> write(NewRevision.empty(draft("a1"), "again", CREATED)))
			.withMessageContaining("Reva1One.java");
		assertThat(this.tree.files()).noneMatch((file) -> file.contains("again") || file.contains("writing"));
	}

	@Test
	void templateOfTheProjectIsUsed() throws Exception {
		this.tree.file("src/main/resources/db/migrations/script.java.mustache", """
				package {{package}};
				{{imports}}
				/** {{ticket}}. */
				@Revision(id = "{{up_revision}}", downRevision = { {{#down_revision}}"{{.}}", {{/down_revision}} })
				final class {{class_name}} implements MigrationScript {
					@Override
					public void upgrade(Operations op) {
					}
				}
				""");
		WrittenRevision written = new RevisionWriter(this.tree.sources(), RevisionFileSettings.defaults(),
				List.of((revision) -> Map.of("ticket", "ABC-1")), PostWriteHooks.none())
			.write(NewRevision.empty(draft("a1"), "one", CREATED, RevisionFormat.JAVA));
		assertThat(Files.readString(written.file())).contains("/** ABC-1. */");
		assertThat(compile()).isEmpty();
	}

	@Test
	void templateThatLosesTheDownRevisionIsRefused() {
		this.tree.file("src/main/resources/db/migrations/script.java.mustache",
				"package x; @Revision(id = \"{{up_revision}}\") class A {}");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> write(NewRevision.empty(draft("a1"), "one", CREATED, RevisionFormat.JAVA)))
			.withMessageContaining("has nothing for down_revision")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("@Revision({{attributes}})"));
		assertThat(this.tree.files()).noneMatch((file) -> file.endsWith("One.java"));
	}

	@Test
	void locationThatIsNoPackageIsRefused() {
		ScriptSettings settings = new ScriptSettings("classpath:db", List.of("classpath:db/my-versions"));
		this.tree.folder("src/main/resources/db/my-versions");
		RevisionDraft draft = new RevisionDraft("a1", List.of(), List.of(), List.of(), "classpath:db/my-versions");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(
					() -> new RevisionWriter(this.tree.sources(settings), RevisionFileSettings.defaults(), List.of(),
							PostWriteHooks.none())
						.write(NewRevision.empty(draft, "one", CREATED, RevisionFormat.JAVA)))
			.withMessageContaining("which is not the name of a package");
	}

	private static RevisionDraft draft(String id) {
		return new RevisionDraft(id, List.of("be5c4de9546c"), List.of(), List.of(), LOCATION);
	}

	private WrittenRevision write(NewRevision revision) {
		return new RevisionWriter(this.tree.sources(), RevisionFileSettings.defaults(), List.of(),
				PostWriteHooks.none())
			.write(revision);
	}

	private String compile() {
		return new JavaSources(this.tree.path().resolve("src/main/java/db")).compile(this.path.resolve("classes"));
	}

}
