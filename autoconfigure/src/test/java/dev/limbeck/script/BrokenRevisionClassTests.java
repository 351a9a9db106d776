package dev.limbeck.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.limbeck.test.JavaSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for classes of revisions that cannot be read, loaded or made an object of.
 */
class BrokenRevisionClassTests {

	private static final String PACKAGE = "db.migrations.versions.";

	private static final String UPGRADE = "public void upgrade(dev.limbeck.operation.Operations op) { }";

	private Path path;

	private JavaSources sources;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
		this.sources = new JavaSources(path.resolve("src"));
	}

	@Test
	void classThatIsCorruptIsNamed() throws IOException {
		writeRevision("");
		compile();
		Path file = file("RevB2");
		byte[] content = Files.readAllBytes(file);
		byte[] scrambled = content.clone();
		Arrays.fill(scrambled, content.length / 2, content.length / 2 + 40, (byte) 0xff);
		for (byte[] corrupt : List.of(new byte[0], Arrays.copyOf(content, content.length / 2), scrambled,
				new byte[content.length])) {
			Files.write(file, corrupt);
			assertThatExceptionOfType(RevisionFileException.class).isThrownBy(this::load)
				.withMessageContaining("The class db.migrations.versions.RevB2 cannot be read")
				.satisfies((failure) -> assertThat(failure.getAction()).contains("Compile it again"));
		}
	}

	@Test
	void classOfALaterJavaIsRefusedWithTheReason() throws IOException {
		writeRevision("");
		compile();
		byte[] content = Files.readAllBytes(file("RevB2"));
		content[7] = 90;
		Files.write(file("RevB2"), content);
		assertThatExceptionOfType(RevisionFileException.class).isThrownBy(() -> load().get("b2").hasDowngrade())
			.withMessageContaining("class file version 90")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("version of Java"));
	}

	@Test
	void exceptionOfAStaticInitializerIsTold() throws IOException {
		writeRevision("static final int NUMBER = Integer.parseInt(\"none\");");
		compile();
		assertThatExceptionOfType(RevisionFileException.class)
			.isThrownBy(() -> ((JavaRevision) load().get("b2")).script())
			.withMessageContaining("RevB2")
			.withMessageContaining("NumberFormatException: For input string: \"none\"");
	}

	@Test
	void classThatAMethodNeedsAndThatIsMissingIsNamed() throws IOException {
		this.sources.write(PACKAGE + "Gone", "public class Gone { }");
		writeRevision("public Gone gone() { return null; }");
		compile();
		Files.delete(file("Gone"));
		assertThatExceptionOfType(RevisionFileException.class).isThrownBy(() -> load().get("b2").hasDowngrade())
			.withMessageContaining("RevB2 cannot be loaded")
			.withMessageContaining("Gone");
	}

	@Test
	void superclassOfARevisionThatIsMissingIsNamed() throws IOException {
		this.sources.write(PACKAGE + "Base", "abstract class Base implements dev.limbeck.script.MigrationScript { }");
		this.sources.write(PACKAGE + "RevB2",
				"@dev.limbeck.script.Revision(id = \"b2\") final class RevB2 extends Base { " + UPGRADE + " }");
		compile();
		Files.delete(file("Base"));
		assertThatExceptionOfType(RevisionFileException.class).isThrownBy(this::load)
			.withMessageContaining("RevB2 cannot be read")
			.withMessageContaining("Base");
	}

	@Test
	void helpersThatCouldBeNoRevisionAreLeftAlone() throws IOException {
		this.sources.write(PACKAGE + "Optional", "class Optional { }");
		this.sources.write(PACKAGE + "Helper", "class Helper extends Optional { }");
		this.sources.write(PACKAGE + "Scripts", """
				final class Scripts {

					dev.limbeck.script.MigrationScript anonymous() {
						return new dev.limbeck.script.MigrationScript() {
							@Override
							%s
						};
					}

				}
				""".formatted(UPGRADE));
		writeRevision("");
		compile();
		Files.delete(file("Optional"));
		assertThat(load().graph().size()).isEqualTo(1);
	}

	private void writeRevision(String member) {
		this.sources.write(PACKAGE + "RevB2",
				"@dev.limbeck.script.Revision(id = \"b2\") final class RevB2 implements dev.limbeck.script.MigrationScript { "
						+ member + " @Override " + UPGRADE + " }");
	}

	private void compile() {
		assertThat(this.sources.compile(this.path)).isEmpty();
	}

	private Path file(String name) {
		return this.path.resolve((PACKAGE + name).replace('.', '/') + ".class");
	}

	private RevisionScripts load() throws IOException {
		// Not closed, since revisions are loaded from it later
		URLClassLoader loader = new URLClassLoader(new URL[] { this.path.toUri().toURL() },
				getClass().getClassLoader());
		return new ScriptDirectory(ScriptSettings.defaults(), loader).load();
	}

}
