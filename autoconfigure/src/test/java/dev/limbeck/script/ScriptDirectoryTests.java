package dev.limbeck.script;

import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.test.RevisionDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ScriptDirectory}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ScriptDirectoryTests {

	private static final String VERSIONS = "db/migrations/versions/";

	@TempDir
	private Path path;

	private Path root;

	private RevisionDirectory directory;

	@BeforeEach
	void setUp() throws IOException {
		this.root = Files.createDirectory(this.path.resolve("root"));
		this.directory = new RevisionDirectory(this.root);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jar:http://127.0.0.1/x.jar!/db", "http://127.0.0.1/db", "jar:ftp://x/y.jar!/db",
			" https://x", "jar:file:/x.jar!/db", "ftp:x", "C:\\db" })
	void locationOfAnotherKindIsRefusedBeforeAnybodyIsAsked(String location) {
		ClassLoader loader = new ClassLoader(null) {

			@Override
			public URL getResource(String name) {
				throw new AssertionError(name);
			}

		};
		for (ScriptSettings settings : List.of(new ScriptSettings("classpath:x", List.of(location)),
				new ScriptSettings(location, List.of()))) {
			assertThatExceptionOfType(RevisionFileException.class)
				.isThrownBy(() -> new ScriptDirectory(settings, loader).load())
				.withMessageContaining("is neither on the class path nor a directory");
		}
	}

	@Test
	void revisionBesideTheFolderOfTheRevisionsIsNamed(@TempDir Path path, CapturedOutput output) {
		new RevisionDirectory(path).writeFile("b2_lost.sql", "-- m\n-- revision: b2\n-- migrate:upgrade\n");
		new RevisionDirectory(path).writeFile("query.sql", "SELECT 1");
		new RevisionDirectory(path.resolve("versions")).write("a1", "", "");
		ScriptDirectory directory = new ScriptDirectory(new ScriptSettings("file:" + path, List.of()),
				getClass().getClassLoader());
		assertThat(directory.load().graph().size()).isEqualTo(1);
		assertThat(output).contains("WARN").contains("b2_lost.sql").doesNotContain("query.sql");
	}

	@Test
	void classPathElsewhereIsNotAsked() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			server.setSoTimeout(1);
			URL url = new URL("jar:http://127.0.0.1:" + server.getLocalPort() + "/x.jar!/db/migrations/versions/");
			ClassLoader loader = new ClassLoader(null) {

				@Override
				public URL getResource(String name) {
					return url;
				}

				@Override
				public Enumeration<URL> getResources(String name) {
					return Collections.enumeration(List.of(url));
				}

			};
			assertThatExceptionOfType(RevisionFileException.class)
				.isThrownBy(() -> new ScriptDirectory(ScriptSettings.defaults(), loader).load())
				.withMessageContaining("is neither a directory nor in a jar of this machine");
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
		}
	}

	@Test
	void filesOfAllFoldersFormOneGraph() {
		this.directory.write("b2", "a1", "").write("a1", "", "");
		this.directory.writeFile("2026/c3.SQL", revision("c3", "b2"));
		this.directory.writeFile("2026/01/d4.sql", revision("d4", "c3"));
		assertThat(ids(at("file:" + this.root))).containsExactly("a1", "b2", "c3", "d4");
	}

	@Test
	void filesThatAreHiddenOrNoSqlAreLeftOut() {
		this.directory.write("a1", "", "");
		for (String name : List.of(".b2.sql", ".git/b2.sql", "..2026_01/b2.sql", "x/.y/b2.sql", "README.md", "b2.sql~",
				"b2.sql.bak", "sql")) {
			this.directory.writeFile(name, "no revision");
		}
		assertThat(ids(at("file:" + this.root))).containsExactly("a1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SELECT 1;", "-- text", "-- revision: a1" })
	void sqlFileThatIsNoRevisionIsRefused(String content) {
		this.directory.writeFile("x/notes.sql", content);
		assertProblem(at("file:" + this.root), "notes.sql:1: ", "-- migrate:upgrade");
	}

	@Test
	void locationsFormOneGraphAndCountOnce() {
		this.directory.write("a1", "", "");
		this.directory.writeFile("sub/b2.sql", revision("b2", "a1"));
		String location = "file:" + this.root;
		assertThat(ids(at(location, location, location + "/", location + "/sub", location + "/./sub/../")))
			.containsExactly("a1", "b2");
		assertThat(ids(at(location + "/sub", location))).containsExactly("a1", "b2");
	}

	@Test
	void revisionThatIsThereTwiceIsRefused() throws IOException {
		Path other = Files.createDirectory(this.path.resolve("other"));
		this.directory.write("a1", "", "");
		new RevisionDirectory(other).write("a1", "", "");
		ScriptDirectory scripts = at("file:" + this.root, "file:" + other);
		MigrationException failure = catchThrowableOfType(MigrationException.class, scripts::load);
		assertThat(failure).hasMessageContaining(this.root.toString()).hasMessageContaining(other.toString());
	}

	@Test
	void firstDirectoryOfTheClassPathIsReadAndTheOthersAreReported(CapturedOutput output) throws IOException {
		URL one = classPathDirectory("one", "a1");
		URL two = classPathDirectory("two", "b2");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { one, two }, null)) {
			assertThat(ids(new ScriptDirectory(ScriptSettings.defaults(), loader))).containsExactly("a1");
			assertThat(output).contains("classpath*:db/migrations").contains("/one/").contains("/two/");
			assertThat(ids(at(loader, "classpath*:/" + VERSIONS))).containsExactly("a1", "b2");
			assertThat(ids(at(loader, VERSIONS))).containsExactly("a1");
		}
	}

	@Test
	void onlyDirectoryOfTheClassPathIsNotReported(CapturedOutput output) throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classPathDirectory("one", "a1") }, null)) {
			assertThat(ids(new ScriptDirectory(ScriptSettings.defaults(), loader))).containsExactly("a1");
		}
		assertThat(output).doesNotContain("classpath*:");
	}

	@Test
	void jarIsReadAsTheDirectoryItWasMadeOf() throws IOException {
		URL directory = classPathDirectory("one", "a1");
		URL jar = jar("one ü%20.jar", true, "a1");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar }, null);
				URLClassLoader other = new URLClassLoader(new URL[] { directory }, null)) {
			ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), loader);
			assertThat(ids(scripts)).containsExactly("a1");
			assertThat(scripts.fingerprint())
				.isEqualTo(new ScriptDirectory(ScriptSettings.defaults(), other).fingerprint());
		}
	}

	@Test
	void jarsWithDirectoryEntriesAreAllRead() throws IOException {
		URL[] jars = { jar("one.jar", true, "a1"), jar("two.jar", true, "b2") };
		try (URLClassLoader loader = new URLClassLoader(jars, null)) {
			assertThat(ids(at(loader, "classpath*:" + VERSIONS))).containsExactly("a1", "b2");
		}
	}

	@Test
	void jarWithoutDirectoryEntriesIsRefused() throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar("shaded.jar", false, "a1") }, null)) {
			for (ScriptDirectory scripts : List.of(new ScriptDirectory(ScriptSettings.defaults(), loader),
					at(loader, VERSIONS), at(loader, "classpath*:" + VERSIONS))) {
				assertProblem(scripts, "shaded.jar", "directory entries");
			}
		}
	}

	@Test
	void jarWithoutDirectoryEntriesAmongOthersIsRefused() throws IOException {
		URL[] jars = { jar("one.jar", true, "a1"), jar("shaded.jar", false, "b2") };
		try (URLClassLoader loader = new URLClassLoader(jars, null)) {
			assertProblem(at(loader, "classpath*:" + VERSIONS), "shaded.jar", "directory entries");
		}
	}

	@Test
	void defaultLocationMayBeMissing() throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar("other.jar", true) }, null)) {
			ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), loader);
			assertThat(ids(scripts)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:no/where", "classpath*:no/where", "no/where", "file:/no/where", "file:",
			"file:no/where", "file:\0" })
	void locationThatDoesNotExistIsRefused(String location) {
		assertProblem(at(location), "The version location '" + location.replace("\0", "\\u0000") + "' does not exist",
				"migrations.version-locations");
	}

	@Test
	void fileIsNoLocation() {
		this.directory.write("a1", "", "");
		assertProblem(at("file:" + this.root.resolve("a1.sql")), "does not exist or is not a directory",
				"migrations.version-locations");
	}

	@ParameterizedTest
	@ValueSource(strings = { "with space", "ünï-\u6F22", "a%20b", "100%", "a+b", "a#b", "[a]" })
	void directoryMayHaveAnyName(String name) throws IOException {
		Path named = Files.createDirectory(this.path.resolve(name));
		new RevisionDirectory(named).write("a1", "", "");
		Path relative = Path.of("").toAbsolutePath().relativize(named);
		assertThat(ids(at("file:" + named, "file://" + named, "file:" + relative))).containsExactly("a1");
		assertThat(ids(at(named.toUri().toString()))).containsExactly("a1");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.path.toUri().toURL() }, null)) {
			assertThat(ids(at(loader, "classpath:" + name))).containsExactly("a1");
		}
	}

	@Test
	void linkToTheDirectoryIsFollowed() throws IOException {
		this.directory.write("a1", "", "");
		Path link = Files.createSymbolicLink(this.path.resolve("link"), this.root);
		assertThat(ids(at("file:" + link))).containsExactly("a1");
		assertThat(at("file:" + link).fingerprint()).isEqualTo(at("file:" + this.root).fingerprint());
	}

	@Test
	void volumeOfKubernetesIsRead() throws IOException {
		this.directory.writeFile("..2026_11_21/a1.sql", revision("a1", ""));
		this.directory.writeFile("..2026_11_21/sub/b2.sql", revision("b2", ""));
		Files.createSymbolicLink(this.root.resolve("..data"), Path.of("..2026_11_21"));
		Files.createSymbolicLink(this.root.resolve("a1.sql"), Path.of("..data/a1.sql"));
		assertThat(ids(at("file:" + this.root))).containsExactly("a1");
		Files.createSymbolicLink(this.root.resolve("sub"), Path.of("..data/sub"));
		assertThat(ids(at("file:" + this.root.resolve("sub")))).containsExactly("b2");
		assertProblem(at("file:" + this.root), "sub leads to a directory", "migrations.version-locations");
	}

	@Test
	void linkThatLeadsOutIsRefused() throws IOException {
		Path outside = Files.writeString(this.path.resolve("outside.sql"), revision("a1", ""));
		Files.createSymbolicLink(this.root.resolve("a1.sql"), outside);
		assertProblem(at("file:" + this.root), "leads out of the version location", "migrations.version-locations");
	}

	@Test
	void linkThatLeadsNowhereIsRefused() throws IOException {
		Files.createSymbolicLink(this.root.resolve("a1.sql"), Path.of("gone.sql"));
		assertProblem(at("file:" + this.root), "a1.sql", "read");
	}

	@Test
	void fingerprintTellsEveryChangeOfTheFiles() {
		this.directory.write("a1", "", "SELECT 1;");
		String first = at("file:" + this.root).fingerprint();
		assertThat(first).hasSizeLessThanOrEqualTo(40);
		assertThat(at("file:" + this.root).fingerprint()).isEqualTo(first);
		this.directory.write("a1", "", "SELECT 2;");
		String sameSize = at("file:" + this.root).fingerprint();
		this.directory.write("a1", "", "SELECT 10;");
		String otherSize = at("file:" + this.root).fingerprint();
		this.directory.write("b2", "a1", "");
		String additional = at("file:" + this.root).fingerprint();
		this.root.resolve("b2.sql").toFile().renameTo(this.root.resolve("b3.sql").toFile());
		String renamed = at("file:" + this.root).fingerprint();
		assertThat(Stream.of(first, sameSize, otherSize, additional, renamed)).doesNotHaveDuplicates();
	}

	private URL classPathDirectory(String name, String id) throws MalformedURLException {
		Path classPath = this.path.resolve(name);
		new RevisionDirectory(classPath).writeFile(VERSIONS + id + ".sql", revision(id, ""));
		return classPath.toUri().toURL();
	}

	private URL jar(String name, boolean directoryEntries, String... ids) throws IOException {
		Path jar = this.path.resolve(name);
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			if (directoryEntries && ids.length > 0) {
				for (String entry : List.of("db/", "db/migrations/", VERSIONS)) {
					output.putNextEntry(new JarEntry(entry));
				}
			}
			for (String id : ids) {
				output.putNextEntry(new JarEntry(VERSIONS + id + ".sql"));
				output.write(revision(id, "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
			}
		}
		return jar.toUri().toURL();
	}

	private static String revision(String id, String downRevision) {
		return "-- revision: " + id + "\n-- down_revision: " + downRevision + "\n-- migrate:upgrade\n";
	}

	private static ScriptDirectory at(String... locations) {
		return at(ScriptDirectoryTests.class.getClassLoader(), locations);
	}

	private static ScriptDirectory at(ClassLoader loader, String... locations) {
		return new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(locations)), loader);
	}

	private static List<String> ids(ScriptDirectory scripts) {
		return scripts.load().graph().revisions().stream().map((revision) -> revision.id()).sorted().toList();
	}

	private static void assertProblem(ScriptDirectory scripts, String problem, String action) {
		RevisionFileException failure = catchThrowableOfType(RevisionFileException.class, scripts::load);
		assertThat(failure).hasMessageContaining(problem).hasMessageEndingWith("Nothing was run.");
		assertThat(failure.getAction()).contains(action);
	}

}
