package dev.limbeck.autogenerate.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link EmbeddedSurroundings}: what hardened containers lack is named, with
 * the way out.
 */
class EmbeddedSurroundingsTests {

	private static final long PLENTY = 8L << 30;

	private static final Path MEMORY = Path.of("/dev/shm");

	private final Exception failure = new IllegalStateException("Process [initdb] failed");

	@TempDir
	private Path directory;

	@Test
	void userWithoutANameIsNamed() {
		assertThat(new EmbeddedSurroundings(this.directory, "?", PLENTY, PLENTY).explain(this.failure))
			.hasMessageContaining("no entry in /etc/passwd")
			.hasCause(this.failure)
			.satisfies(EmbeddedSurroundingsTests::namesTheWayOut);
	}

	@Test
	void directoryThatIsMissingIsNamed() {
		Path missing = this.directory.resolve("missing");
		assertThat(new EmbeddedSurroundings(missing, "app", PLENTY, PLENTY).explain(this.failure))
			.hasMessageContaining("no file can be written to " + missing)
			.satisfies(EmbeddedSurroundingsTests::namesTheWayOut);
	}

	@Test
	void directoryThatIsFullIsNamed() {
		EmbeddedSurroundings full = new EmbeddedSurroundings(this.directory, "app", PLENTY, 3L << 20);
		assertThat(full.explain(this.failure)).hasMessageContaining("there are 3 MB free in " + this.directory)
			.satisfies(EmbeddedSurroundingsTests::namesTheWayOut)
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Make room there").doesNotContain("unshare"));
		assertThat(full.lackOfSpace()).contains("There are 3 MB free in " + this.directory, "Make room there");
		assertThat(new EmbeddedSurroundings(this.directory, "app", PLENTY, PLENTY).lackOfSpace()).isNull();
	}

	@Test
	void otherReasonsAreThoseOfTheLibrary() {
		assertThat(new EmbeddedSurroundings(this.directory, "root", PLENTY, PLENTY).explain(this.failure))
			.hasMessageContaining("Process [initdb] failed")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("unshare -U", "migrations.autogenerate.shadow-url"));
	}

	@Test
	void tooLittleMemoryIsToldBeforeTheContainerIsKilled() throws IOException {
		assumeTrue(Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).type().equals("tmpfs"));
		assertThatExceptionOfType(ShadowDatabaseException.class)
			.isThrownBy(() -> new EmbeddedSurroundings(MEMORY, "app", 256L << 20, PLENTY).checkMemory())
			.withMessageContaining("there are 256 MB of it")
			.satisfies(EmbeddedSurroundingsTests::namesTheWayOut);
		assertThatCode(() -> new EmbeddedSurroundings(MEMORY, "app", PLENTY, PLENTY).checkMemory())
			.doesNotThrowAnyException();
	}

	@Test
	void directoryThatLetsNoProgramRunIsNamed() throws Exception {
		Process process = new ProcessBuilder("unshare", "-m", "sh", "-c",
				"mount -t tmpfs -o noexec tmpfs \"$0\" || exit 99; exec \"$@\"", this.directory.toString(),
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-Djava.io.tmpdir=" + this.directory, "-cp", System.getProperty("java.class.path"),
				Start.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.redirectOutput(this.directory.resolveSibling("output").toFile())
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assumeTrue(process.exitValue() != 99 && process.exitValue() != 1, "nothing can be mounted here");
		assertThat(Files.readString(this.directory.resolveSibling("output")))
			.contains("lets no program run (it is mounted noexec)", "migrations.autogenerate.shadow-url");
	}

	private static void namesTheWayOut(ShadowDatabaseException ex) {
		assertThat(ex.getAction()).contains("migrations.autogenerate.shadow-url");
	}

	/**
	 * Tries to start an embedded server.
	 */
	public static final class Start {

		private Start() {
		}

		/**
		 * Start a server, and print why not.
		 * @param arguments none
		 */
		public static void main(String[] arguments) {
			try (ShadowDatabase shadow = ShadowDatabases.embedded(null).open()) {
				System.out.println("started " + shadow);
			}
			catch (ShadowDatabaseException ex) {
				System.out.println(ex.getMessage() + " " + ex.getAction());
			}
			System.exit(42);
		}

	}

}
