package dev.limbeck.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.operation.Operations;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.RevisionDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the discovery of Java revisions beside the files in SQL.
 */
class JavaRevisionDiscoveryTests {

	private static final String PACKAGE = "db.migrations.versions";

	private static final String FOLDER = "db/migrations/versions/";

	private static final String REVISION = """
			import dev.limbeck.operation.Operations;
			import dev.limbeck.script.MigrationScript;
			import dev.limbeck.script.Revision;

			@Revision(id = "%s", downRevision = "%s", message = "make %s")
			class %s implements MigrationScript {

				private %s() {
				}

				@Override
				public void upgrade(Operations op) {
					java.util.List.of("x").forEach((name) -> op.dropTable(name));
				}

				%s

			}
			""";

	private static final String DOWNGRADE = "@Override public void downgrade(Operations op) { }";

	private final List<String> loaded = new ArrayList<>();

	@TempDir
	private Path path;

	private Path classes;

	private JavaSources sources;

	@BeforeEach
	void setUp() {
		this.classes = this.path.resolve("target/classes");
		this.sources = new JavaSources(this.path.resolve("src"));
		new RevisionDirectory(this.classes).writeFile(FOLDER + "a1.sql",
				"-- revision: a1\n-- migrate:upgrade\n-- migrate:downgrade\n");
		this.sources.write(PACKAGE + ".RevB2", revision("RevB2", "b2", "a1", DOWNGRADE));
		this.sources.write(PACKAGE + ".sub.RevC3", revision("RevC3", "c3", "b2", ""));
		this.sources.write(PACKAGE + ".Names", "final class Names { static final String TABLE = \"t\"; }");
		this.sources.write(PACKAGE + ".BaseRevision", """
				abstract class BaseRevision implements dev.limbeck.script.MigrationScript {

					@Override
					public void downgrade(dev.limbeck.operation.Operations op) {
					}

				}
				""");
		this.sources.write(PACKAGE + ".RevD4",
				"""
						@dev.limbeck.script.Revision(id = "d4", downRevision = { "c3" }, dependsOn = "a1", branchLabels = "late",
								message = "two\\nlines", createDate = "2026-11-21", checksum = "1", transactional = false)
						final class RevD4 extends BaseRevision {

							@Override
							public void upgrade(dev.limbeck.operation.Operations op) {
							}

						}
						""");
	}

	private static String revision(String name, String id, String downRevision, String downgrade) {
		return REVISION.formatted(id, downRevision, id, name, name, downgrade);
	}

	@Test
	void classesOfThePackageAndFilesOfTheFolderFormOneGraph() throws IOException {
		compile();
		try (URLClassLoader loader = loader(this.classes)) {
			assertRevisions(new ScriptDirectory(ScriptSettings.defaults(), loader).load());
		}
	}

	@Test
	void jarIsReadAsTheDirectoryItWasMadeOf() throws IOException {
		compile();
		Path jar = JavaSources.jar(this.classes, this.path.resolve("some.jar"));
		try (URLClassLoader loader = loader(jar); URLClassLoader directory = loader(this.classes)) {
			ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), loader);
			assertRevisions(scripts.load());
			assertThat(scripts.fingerprint())
				.isEqualTo(new ScriptDirectory(ScriptSettings.defaults(), directory).fingerprint());
		}
	}

	@Test
	void directoriesOfGradleAreReadTogether() throws IOException {
		Path gradle = this.path.resolve("build/classes/java/main");
		assertThat(this.sources.compile(gradle)).isEmpty();
		Path resources = this.path.resolve("build/resources/main");
		Files.createDirectories(resources.getParent());
		Files.move(this.classes, resources);
		try (URLClassLoader loader = loader(gradle, resources); URLClassLoader other = loader(resources, gradle)) {
			ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), loader);
			assertRevisions(scripts.load());
			assertThat(scripts.fingerprint())
				.isEqualTo(new ScriptDirectory(ScriptSettings.defaults(), other).fingerprint());
		}
	}

	private void assertRevisions(RevisionScripts scripts) {
		assertThat(scripts.graph().heads()).extracting((revision) -> revision.id()).containsExactly("d4");
		JavaRevision b2 = (JavaRevision) scripts.get("b2");
		assertThat(b2.revision().downRevisions()).containsExactly("a1");
		assertThat(b2.revision().message()).isEqualTo("make b2");
		assertThat(b2.file()).isEqualTo(PACKAGE + ".RevB2");
		assertThat(b2.isTransactional()).isTrue();
		assertThat(b2.checksum()).isNull();
		JavaRevision d4 = (JavaRevision) scripts.get("d4");
		assertThat(d4.revision().dependsOn()).containsExactly("a1");
		assertThat(d4.revision().branchLabels()).containsExactly("late");
		assertThat(d4.revision().message()).isEqualTo("two");
		assertThat(d4.description()).isEqualTo("lines");
		assertThat(d4.createDate()).isEqualTo("2026-11-21");
		assertThat(d4.checksum()).isEqualTo("1");
		assertThat(d4.isTransactional()).isFalse();
		assertThat(this.loaded).isEmpty();
		assertThat(scripts.graph().revisions()).filteredOn((revision) -> scripts.get(revision.id()).hasDowngrade())
			.extracting((revision) -> revision.id())
			.containsExactlyInAnyOrder("a1", "b2", "d4");
		assertThat(b2.script()).isInstanceOf(MigrationScript.class).isNotSameAs(b2.script());
	}

	@Test
	void fingerprintIsTakenWithoutLoadingAndTellsAChange() throws IOException {
		compile();
		String before = fingerprint();
		assertThat(fingerprint()).isEqualTo(before);
		this.sources.write(PACKAGE + ".RevB2", revision("RevB2", "b2", "a1", ""));
		compile();
		assertThat(fingerprint()).isNotEqualTo(before);
		assertThat(this.loaded).isEmpty();
	}

	private String fingerprint() throws IOException {
		try (URLClassLoader loader = loader(this.classes)) {
			return new ScriptDirectory(ScriptSettings.defaults(), loader).fingerprint();
		}
	}

	@Test
	void idThatIsThereInBothLanguagesIsRefused() throws IOException {
		this.sources.write(PACKAGE + ".RevA1", revision("RevA1", "a1", "", ""));
		compile();
		MigrationException failure = catchThrowableOfType(MigrationException.class, this::load);
		assertThat(failure).hasMessageContaining("a1.sql").hasMessageContaining(PACKAGE + ".RevA1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					final class Bad extends BaseRevision {upgrade} | Bad is a MigrationScript without @Revision
					@Revision(id = 'x') final class Bad { } | Bad has @Revision, but is not a MigrationScript
					@Revision(id = 'x') abstract class Bad extends BaseRevision { } | cannot be instantiated
					@Revision(id = '') final class Bad extends BaseRevision {upgrade} | Bad has no id
					@Revision(id = '0123456789012345678901234567890123') final class Bad extends BaseRevision {upgrade} | is longer
					@Revision(id = 'a@b') final class Bad extends BaseRevision {upgrade} | db.migrations.versions.Bad
					""")
	void classThatIsNoRevisionIsRefused(String outline, String problem) {
		String source = outline.replace('\'', '"')
			.replace("@", "@dev.limbeck.script.")
			.replace("a@dev.limbeck.script.b", "a@b")
			.replace("{upgrade}", "{ public void upgrade(dev.limbeck.operation.Operations op) { } }");
		this.sources.write(PACKAGE + ".Bad", source);
		compile();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::load).withMessageContaining(problem);
	}

	@Test
	void classThatNeedsSomethingIsRefusedBeforeItRuns() throws IOException {
		this.sources.write(PACKAGE + ".RevE5", """
				@dev.limbeck.script.Revision(id = "e5", downRevision = "d4")
				final class RevE5 extends BaseRevision {

					RevE5(String something) {
					}

					@Override
					public void upgrade(dev.limbeck.operation.Operations op) {
					}

				}
				""");
		compile();
		try (URLClassLoader loader = loader(this.classes)) {
			JavaRevision revision = (JavaRevision) new ScriptDirectory(ScriptSettings.defaults(), loader).load()
				.get("e5");
			assertThatExceptionOfType(RevisionFileException.class).isThrownBy(revision::script)
				.withMessageContaining("RevE5 has no constructor without parameters");
		}
	}

	@Test
	void beanThatIsAClassOfThePackageIsOneRevision() throws IOException {
		compile();
		try (URLClassLoader loader = loader(this.classes)) {
			MigrationScript bean = ((JavaRevision) new ScriptDirectory(ScriptSettings.defaults(), loader).load()
				.get("b2")).script();
			ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), loader, () -> List
				.of(new RevisionBean("bean 'b2'", bean.getClass(), () -> bean), RevisionBean.of(new Bean())));
			assertThat(((JavaRevision) scripts.load().get("b2")).script()).isSameAs(bean);
			assertThat(scripts.load().graph().size()).isEqualTo(5);
			assertThat(scripts.load().get("x9").file()).contains("Bean").contains("given to the builder");
			assertThat(scripts.fingerprint())
				.isNotEqualTo(new ScriptDirectory(ScriptSettings.defaults(), loader).fingerprint());
		}
	}

	private void compile() {
		assertThat(this.sources.compile(this.classes)).isEmpty();
	}

	private RevisionScripts load() throws IOException {
		try (URLClassLoader loader = loader(this.classes)) {
			return new ScriptDirectory(ScriptSettings.defaults(), loader).load();
		}
	}

	private URLClassLoader loader(Path... entries) throws IOException {
		URL[] urls = new URL[entries.length];
		for (int i = 0; i < entries.length; i++) {
			urls[i] = entries[i].toUri().toURL();
		}
		return new URLClassLoader(urls, getClass().getClassLoader()) {

			@Override
			protected Class<?> findClass(String name) throws ClassNotFoundException {
				JavaRevisionDiscoveryTests.this.loaded.add(name);
				return super.findClass(name);
			}

		};
	}

	@Revision(id = "x9", downRevision = "a1")
	private static final class Bean implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
		}

	}

}
