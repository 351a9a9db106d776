package dev.limbeck.script;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SourceDirectories}.
 */
class SourceDirectoriesTests {

	private static final String VERSIONS = "db/migrations/versions";

	private static final ScriptSettings ALL = new ScriptSettings("classpath:db/migrations",
			List.of("classpath*:" + VERSIONS));

	@TempDir
	private Path path;

	@Test
	void projectOfMavenOrGradleIsFoundFromAnyDirectoryInIt() {
		for (String buildFile : List.of("pom.xml", "build.gradle", "build.gradle.kts")) {
			SourceTree tree = new SourceTree(this.path.resolve(buildFile + ".d")).file(buildFile, "")
				.revision("a1", "")
				.folder("target/classes");
			for (String directory : List.of("", "src/main/resources/db", "target/classes", "src/main")) {
				assertThat(fileOf(find(ScriptSettings.defaults(), tree.path().resolve(directory)), "a1"))
					.isEqualTo(tree.versions().resolve("a1.sql"));
			}
		}
	}

	@Test
	void moduleThatHasTheLocationIsFoundFromTheRoot() {
		SourceTree root = new SourceTree(this.path).file("settings.gradle.kts", "");
		root.module("web").folder("src/main/resources");
		root.module("services/billing").revision("a1", "");
		root.file("web/target/classes/" + VERSIONS + "/a1.sql", "")
			.file("web/build/x/src/main/resources/" + VERSIONS + "/a", "");
		assertThat(fileOf(find(ScriptSettings.defaults(), root.path()), "a1"))
			.isEqualTo(root.path().resolve("services/billing").resolve(SourceTree.VERSIONS).resolve("a1.sql"));
	}

	@Test
	void severalModulesWithTheLocationAreRefused() {
		SourceTree root = SourceTree.maven(this.path);
		root.module("one").revision("a1", "");
		root.module("two").revision("b1", "");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> find(ScriptSettings.defaults(), root.path()))
			.withMessageContaining("several source directories: ")
			.withMessageContaining(root.path().resolve("one").resolve(SourceTree.VERSIONS).toString())
			.withMessageContaining(root.path().resolve("two").resolve(SourceTree.VERSIONS).toString())
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migrations.source-directory"));
		assertThat(find(ScriptSettings.defaults(), root.path().resolve("two")).versionLocations())
			.containsExactly("classpath:" + VERSIONS);
	}

	@Test
	void severalModulesAreNamedByTheirDirectories() {
		SourceTree root = SourceTree.maven(this.path);
		root.module("one").revision("a1", "");
		root.module("two").revision("b1", "a1");
		SourceDirectories sources = find(ALL, root.path());
		assertThat(sources.versionLocations()).containsExactly("one/" + SourceTree.VERSIONS,
				"two/" + SourceTree.VERSIONS);
		assertThat(sources.locationOf(revision(sources, "b1"))).isEqualTo("two/" + SourceTree.VERSIONS);
		assertThat(sources.versionLocation("two/" + SourceTree.VERSIONS)).isEqualTo("two/" + SourceTree.VERSIONS);
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> sources.versionLocation(VERSIONS))
			.withMessageContaining("could be any of one/" + SourceTree.VERSIONS + ", two/" + SourceTree.VERSIONS);
	}

	@Test
	void firstDirectoryBelongsToTheOnlyModule() {
		SourceTree tree = SourceTree.maven(this.path);
		assertThat(tree.sources().location("classpath:" + VERSIONS).directory()).isEqualTo(tree.versions());
		assertThat(tree.sources().scripts().load().graph().size()).isZero();
		assertThat(tree.versions()).doesNotExist();
	}

	@Test
	void rootOfSeveralModulesWithoutTheLocationIsRefusedWithWhatWasLookedAt() {
		SourceTree root = new SourceTree(this.path).file("pom.xml", "");
		root.module("one").folder("src/main/resources");
		root.module("two").folder("src/main/resources");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> find(ScriptSettings.defaults(), root.path()))
			.withMessageContaining("looked at " + root.path().resolve("one").resolve(SourceTree.VERSIONS) + ", "
					+ root.path().resolve("two").resolve(SourceTree.VERSIONS));
	}

	@Test
	void directoryWithoutSourcesIsRefused() {
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> find(ScriptSettings.defaults(), this.path))
			.withMessageContaining("working directory " + this.path)
			.withMessageContaining("neither the working directory nor a directory above it has a build file")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("set migrations.source-directory"));
	}

	@Test
	void sourceDirectoryIsTheRootOfTheClassPath() {
		SourceTree tree = new SourceTree(this.path).revision("conf/" + VERSIONS, "a1", "");
		SourceDirectories sources = SourceDirectories.find(ScriptSettings.defaults(), Path.of("conf"), tree.path(),
				ClassLoader.getPlatformClassLoader());
		assertThat(fileOf(sources, "a1")).isEqualTo(tree.path().resolve("conf/" + VERSIONS + "/a1.sql"));
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> SourceDirectories.find(ScriptSettings.defaults(), Path.of("none"), tree.path(),
					ClassLoader.getPlatformClassLoader()))
			.withMessageContaining("migrations.source-directory names " + tree.path().resolve("none"));
	}

	@Test
	void locationOfTheFileSystemNeedsNoProject() {
		String location = "file:" + this.path.resolve("revisions");
		SourceDirectories sources = find(new ScriptSettings("classpath:x", List.of(location, "file:more")), this.path);
		assertThat(sources.location(location).directory()).isEqualTo(this.path.resolve("revisions"));
		assertThat(sources.location("file:more").directory()).isEqualTo(this.path.resolve("more"));
	}

	@Test
	void versionPathIsLocationOrDirectoryOrTheEndOfIt() {
		SourceTree tree = SourceTree.maven(this.path);
		ScriptSettings settings = new ScriptSettings("classpath:db",
				List.of("classpath:db/billing/versions", "classpath:/db/shop/versions/", "file:extra"));
		SourceDirectories sources = tree.sources(settings);
		for (String word : List.of("classpath:db/billing/versions", "db/billing/versions", "/db/billing/versions/",
				"billing/versions", "src/main/resources/db/billing/versions",
				tree.path().resolve("src/main/resources/db/billing/versions").toString())) {
			assertThat(sources.versionLocation(word)).isEqualTo("classpath:db/billing/versions");
		}
		assertThat(sources.versionLocation("shop/versions")).isEqualTo("classpath:/db/shop/versions/");
		assertThat(sources.versionLocation("extra")).isEqualTo("file:extra");
		for (String word : List.of("other", "illing/versions", "", "/", "classpath:billing", "\0")) {
			assertThat(sources.versionLocation(word)).isEqualTo(word);
		}
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> sources.versionLocation("versions"))
			.withMessageContaining("could be any of");
	}

	@Test
	void sourcesStandInForTheirCompiledCopies() throws IOException {
		SourceTree tree = SourceTree.maven(this.path.resolve("app")).revision("a1", "").revision("b2", "a1");
		tree.revision("target/classes/" + VERSIONS, "a1", "").revision("target/classes/" + VERSIONS, "gone", "a1");
		assertThat(ids(tree, ALL, tree.path().resolve("target/classes"))).containsExactly("a1", "b2");
		assertThat(ids(tree, ScriptSettings.defaults(), tree.path().resolve("target/classes"))).containsExactly("a1",
				"b2");
	}

	@Test
	void jarOfTheSourcesIsLeftOutAndJarOfLibraryIsRead() throws IOException {
		SourceTree tree = SourceTree.maven(this.path.resolve("app")).revision("a1", "lib1").revision("b2", "a1");
		Path own = jar("own.jar", "a1", "gone");
		Path library = jar("library.jar", "lib1");
		assertThat(ids(tree, ALL, own, library)).containsExactly("a1", "b2", "lib1");
		SourceDirectories sources = find(ALL, tree.path(), own, library);
		Revision revision = revision(sources, "lib1");
		assertThat(sources.versionLocations()).containsExactly("classpath*:" + VERSIONS);
		assertThat(sources.locationOf(revision)).contains("library.jar");
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> sources.fileOf(revision))
			.withMessageContaining("The revision 'lib1' comes from jar:file:");
	}

	@Test
	void locationOfLibraryIsReadAndNotWrittenTo() throws IOException {
		SourceTree tree = SourceTree.maven(this.path.resolve("app")).revision("src/main/resources/app", "a1", "lib1");
		ScriptSettings settings = new ScriptSettings("classpath:x", List.of("classpath:" + VERSIONS, "classpath:app"));
		SourceDirectories sources = find(settings, tree.path(), jar("library.jar", "lib1"));
		assertThat(sources.versionLocations()).containsExactly("classpath:app");
		assertThat(sources.scripts().load().graph().size()).isEqualTo(2);
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> sources.location("classpath:" + VERSIONS))
			.withMessageContaining("is not in the source tree")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("--version-path to one of these: classpath:app"));
	}

	private Path jar(String name, String... ids) throws IOException {
		Path jar = this.path.resolve(name);
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream content = new JarOutputStream(file)) {
			for (String directory : List.of("db/", "db/migrations/", VERSIONS + "/")) {
				content.putNextEntry(new JarEntry(directory));
			}
			for (String id : ids) {
				content.putNextEntry(new JarEntry(VERSIONS + "/" + id + ".sql"));
				content.write(("-- m\n-- revision: " + id + "\n-- migrate:upgrade\n").getBytes(StandardCharsets.UTF_8));
			}
		}
		return jar;
	}

	private static List<String> ids(SourceTree tree, ScriptSettings settings, Path... classPath) throws IOException {
		return find(settings, tree.path(), classPath).scripts()
			.load()
			.graph()
			.revisions()
			.stream()
			.map(Revision::id)
			.toList();
	}

	private static @Nullable Path fileOf(SourceDirectories sources, String id) {
		return sources.fileOf(revision(sources, id));
	}

	private static Revision revision(SourceDirectories sources, String id) {
		return sources.scripts().load().graph().get(id);
	}

	private static SourceDirectories find(ScriptSettings settings, Path workingDirectory, Path... classPath) {
		try {
			URL[] urls = new URL[classPath.length];
			for (int i = 0; i < urls.length; i++) {
				urls[i] = classPath[i].toUri().toURL();
			}
			return SourceDirectories.find(settings, null, workingDirectory, new URLClassLoader(urls, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
