package dev.limbeck.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.limbeck.operation.Operations;
import dev.limbeck.revision.DuplicateRevisionException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.test.JavaSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SourceDirectories} and revisions that are compiled.
 */
class CompiledRevisionsTests {

	private static final String VERSIONS = "db/migrations/versions";

	private static final String LOCATION = "classpath:" + VERSIONS;

	private static final String KOTLIN = "src/main/kotlin/" + VERSIONS + "/";

	@TempDir
	private Path path;

	private SourceTree tree;

	private Path classes;

	@BeforeEach
	void setUp() {
		this.tree = new SourceTree(this.path.resolve("app")).file("build.gradle.kts", "").folder("src/main/kotlin");
		this.classes = this.tree.path().resolve("build/classes/kotlin/main");
	}

	@Test
	void classWithoutASourceHasItsPlaceInTheGraph() {
		this.tree.revision("a1", "");
		compile("b2", "a1");
		for (String prefix : List.of("classpath:", "classpath*:")) {
			SourceDirectories sources = sources(new ScriptSettings("classpath:x", List.of(prefix + VERSIONS)));
			assertThat(ids(sources)).containsExactlyInAnyOrder("a1", "b2");
			assertThat(sources.locationOf(sources.scripts().load().graph().get("b2"))).isEqualTo(prefix + VERSIONS);
		}
	}

	@Test
	void classInTheExecutableJarHasItsPlaceInTheGraph() {
		this.tree.revision("a1", "");
		compile("b2", "a1");
		Path jar = JavaSources.jar(this.classes, this.path.resolve("app.jar"));
		assertThat(ids(SourceDirectories.find(ScriptSettings.defaults(), null, this.tree.path(), loader(jar))))
			.containsExactlyInAnyOrder("a1", "b2");
	}

	@Test
	void idOfACompiledRevisionIsTaken() {
		compile("b2", "");
		RevisionWriter writer = new RevisionWriter(sources(ScriptSettings.defaults()), RevisionFileSettings.defaults(),
				List.of(), PostWriteHooks.none());
		assertThatExceptionOfType(DuplicateRevisionException.class).isThrownBy(() -> writer.write(NewRevision
			.empty(new RevisionDraft("b2", List.of(), List.of(), List.of(), LOCATION), "again", Instant.EPOCH)));
		assertThat(this.tree.files()).noneMatch((file) -> file.endsWith(".sql"));
	}

	@Test
	void sourceSupersedesTheClassOfItsNameOrItsId() {
		this.tree.file("src/main/java/" + VERSIONS + "/RevB2.java", """
				package db.migrations.versions;
				@Revision(id = "b3") class RevB2 implements MigrationScript { }
				""").file(KOTLIN + "Moved.kt", """
				package db.migrations.versions
				@Revision(id = "c2", downRevision = ["b3"]) class Moved : MigrationScript
				""").file("src/main/java/" + VERSIONS + "/RevD2.java", "class RevD2 { }");
		compile("b2", "");
		compile("c2", "b2");
		compile("d2", "c2");
		assertThat(ids(sources(ScriptSettings.defaults()))).containsExactlyInAnyOrder("b3", "c2");
	}

	@Test
	void sourceInKotlinHasItsPlaceBeforeItIsCompiledAndIsEdited() {
		this.tree.file(KOTLIN + "RevA1.kt", """
				package db.migrations.versions

				@Revision(id = "a1", branchLabels = ["main"])
				class RevA1 : MigrationScript {
					override fun upgrade(op: Operations) = op.execute("SELECT 1")
				}
				""");
		SourceDirectories sources = sources(ScriptSettings.defaults());
		Revision revision = sources.scripts().load().graph().get("a1");
		assertThat(revision.branchLabels()).containsExactly("main");
		assertThat(sources.fileOf(revision)).isEqualTo(this.tree.path().resolve(KOTLIN + "RevA1.kt"));
		assertThat(sources.locationOf(revision)).isEqualTo(LOCATION);
	}

	@Test
	void compiledRevisionHasNoFileToEdit() {
		compile("b2", "");
		SourceDirectories sources = sources(ScriptSettings.defaults());
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> sources.fileOf(sources.scripts().load().graph().get("b2")))
			.withMessageContaining("comes from db.migrations.versions.RevB2, which is not a source file");
	}

	@Test
	void beanHasItsPlaceUnlessASourceSupersedesIt() {
		List<RevisionBean> beans = List.of(RevisionBean.of(new First()), RevisionBean.of(new Second()));
		this.tree.revision("bean2", "bean1");
		SourceDirectories sources = SourceDirectories.find(ScriptSettings.defaults(), null, this.tree.path(), loader(),
				() -> beans);
		assertThat(ids(sources)).containsExactlyInAnyOrder("bean1", "bean2");
		assertThat(sources.scripts().load().graph().get("bean2").source()).endsWith("bean2.sql");
	}

	@Test
	void javaThatNothingCompilesIsNotWritten() {
		RevisionWriter writer = new RevisionWriter(sources(ScriptSettings.defaults()), RevisionFileSettings.defaults(),
				List.of(), PostWriteHooks.none());
		NewRevision revision = NewRevision.empty(new RevisionDraft("b2", List.of(), List.of(), List.of(), LOCATION),
				"new", Instant.EPOCH, RevisionFormat.JAVA);
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> writer.write(revision))
			.withMessageContaining("would not be compiled");
		assertThat(this.tree.path().resolve("src/main/java")).doesNotExist();
	}

	@Test
	void revisionInKotlinIsWrittenAndFollowedBeforeItIsCompiled() {
		RevisionWriter writer = new RevisionWriter(sources(ScriptSettings.defaults()), RevisionFileSettings.defaults(),
				List.of(), PostWriteHooks.none());
		WrittenRevision written = writer
			.write(new NewRevision(new RevisionDraft("a1", List.of(), List.of("main"), List.of(), LOCATION),
					"cost $1 \"or\" ${so}\nmore", List.of("op.execute(\"SELECT 1\")", "op.execute(\"SELECT 2\")"), null,
					Instant.EPOCH, RevisionFormat.KOTLIN, List.of("static dev.limbeck.schema.ColumnTypes.text")));
		assertThat(written.file()).isEqualTo(this.tree.path().resolve(KOTLIN + "Reva1Cost1OrSo.kt")).hasContent("""
				package db.migrations.versions

				import dev.limbeck.operation.Operations
				import dev.limbeck.schema.ColumnTypes.text
				import dev.limbeck.script.MigrationScript
				import dev.limbeck.script.Revision

				@Revision(
				    id = "a1",
				    branchLabels = ["main"],
				    message = "cost \\$1 \\"or\\" \\${so}",
				    description = "more",
				    createDate = "1970-01-01T00:00:00Z",
				)
				class Reva1Cost1OrSo : MigrationScript {

				    override fun upgrade(op: Operations) {
				        op.execute("SELECT 1")
				        op.execute("SELECT 2")
				    }

				}
				""");
		assertThat(written.script().revision().message()).isEqualTo("cost $1 \"or\" ${so}");
		assertThat(sources(ScriptSettings.defaults()).scripts().load().graph().heads()).extracting(Revision::id)
			.containsExactly("a1");
	}

	@Test
	void kotlinThatNothingCompilesIsNotWritten() {
		RevisionWriter writer = new RevisionWriter(SourceTree.maven(this.path.resolve("java")).sources(),
				RevisionFileSettings.defaults(), List.of(), PostWriteHooks.none());
		NewRevision revision = NewRevision.empty(new RevisionDraft("b2", List.of(), List.of(), List.of(), LOCATION),
				"new", Instant.EPOCH, RevisionFormat.KOTLIN);
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> writer.write(revision))
			.withMessageContaining("A class in kotlin would not be compiled");
	}

	private void compile(String id, String downRevision) {
		String name = "Rev" + id.substring(0, 1).toUpperCase() + id.substring(1);
		String said = new JavaSources(this.path.resolve(name)).write("db.migrations.versions." + name, """
				import dev.limbeck.operation.Operations;
				import dev.limbeck.script.MigrationScript;
				import dev.limbeck.script.Revision;

				@Revision(id = "%s", downRevision = "%s")
				class %s implements MigrationScript {

					@Override
					public void upgrade(Operations op) {
					}

				}
				""".formatted(id, downRevision, name)).compile(this.classes);
		assertThat(said).isEmpty();
	}

	private SourceDirectories sources(ScriptSettings settings) {
		return SourceDirectories.find(settings, null, this.tree.path(), loader(this.classes));
	}

	private static List<String> ids(SourceDirectories sources) {
		return sources.scripts().load().graph().revisions().stream().map(Revision::id).toList();
	}

	private static ClassLoader loader(Path... classPath) {
		try {
			URL[] urls = new URL[classPath.length];
			for (int i = 0; i < urls.length; i++) {
				Files.createDirectories(classPath[i].getParent());
				urls[i] = classPath[i].toUri().toURL();
			}
			return new URLClassLoader(urls, MigrationScript.class.getClassLoader());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@dev.limbeck.script.Revision(id = "bean1")
	static class First implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
		}

	}

	@dev.limbeck.script.Revision(id = "bean2", downRevision = "bean1")
	static class Second implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
		}

	}

}
