package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.RevisionDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostWriteHooks}.
 */
class PostWriteHooksTests {

	@TempDir
	private Path path;

	private SourceTree tree;

	private Path file;

	private final List<String> output = new ArrayList<>();

	@BeforeEach
	void setUp() {
		this.tree = SourceTree.maven(this.path.resolve("an app's $HOME"));
		this.file = this.tree.versions().resolve("a1_m.sql");
	}

	@Test
	void programGetsTheFileFirstAndItsOutputIsShown() throws IOException {
		script("show", "printf '<%s>\\n' \"$@\"; echo problem >&2; pwd");
		write(exec("show", "./show", "-x 'a b' \"$HOME\" ';rm'"));
		assertThat(this.output).containsExactly("<" + this.file + ">", "<-x>", "<a b>", "<$HOME>", "<;rm>", "problem",
				this.tree.path().toRealPath().toString());
	}

	@Test
	void fileGoesWhereItsTokenStands() throws IOException {
		script("show", "printf '<%s>\\n' \"$@\"");
		write(exec("show", "./show", "fix --file=REVISION_SCRIPT_FILENAME -q"));
		assertThat(this.output).containsExactly("<fix>", "<--file=" + this.file + ">", "<-q>");
	}

	@Test
	void programIsFoundOnThePathAndRunsWhereItIsTold() throws IOException {
		Path directory = Files.createDirectory(this.tree.path().resolve("here"));
		write(new PostWriteHookSettings("where", "exec", "sh", "-c pwd REVISION_SCRIPT_FILENAME", Path.of("here"),
				false));
		assertThat(this.output).containsExactly(directory.toRealPath().toString());
	}

	@Test
	void hooksRunInOrderAndMayChangeTheFile() throws IOException {
		script("append", "echo \"-- $2\" >> \"$1\"");
		PostWriteHook bean = (name, file, options) -> Files.writeString(file,
				Files.readString(file) + "-- " + name + " " + options + "\n");
		WrittenRevision written = write(Map.of("stamper", bean), exec("one", "./append", "one"),
				new PostWriteHookSettings("two", "stamper", null, "with options", null, false),
				exec("three", "./append", "three"));
		assertThat(Files.readString(this.file))
			.endsWith("-- migrate:downgrade\n-- one\n-- two with options\n-- three\n");
		assertThat(((SqlRevision) written.script()).downgrade().blocks().get(0).sql()).contains("-- three");
	}

	@Test
	void failingProgramFailsTheCommandAndTheFileStays() throws IOException {
		script("fail", "echo no good; exit 3");
		script("next", "echo next");
		assertThatExceptionOfType(PostWriteHookException.class)
			.isThrownBy(() -> write(exec("lint", "./fail", ""), exec("next", "./next", "")))
			.withMessageContaining("The post-write hook 'lint' failed: ")
			.withMessageContaining("ended with exit code 3")
			.withMessageContaining("was written to " + this.file + " and stays there")
			.satisfies((ex) -> assertThat(ex.getFile()).isEqualTo(this.file).exists());
		assertThat(this.output).containsExactly("no good");
	}

	@Test
	void exitCodeMayBeIgnored() throws IOException {
		script("fail", "exit 3");
		script("next", "echo next");
		write(new PostWriteHookSettings("lint", "exec", "./fail", "", null, true), exec("next", "./next", ""));
		assertThat(this.output).containsExactly("next");
	}

	@Test
	void failingBeanFailsTheCommand() {
		PostWriteHook bean = (name, file, options) -> {
			throw new IOException("no good");
		};
		assertThatExceptionOfType(PostWriteHookException.class)
			.isThrownBy(() -> write(Map.of("b", bean), new PostWriteHookSettings("n", "b", null, "", null, false)))
			.withMessageContaining("'n' failed: java.io.IOException: no good");
		assertThat(this.file).exists();
	}

	@Test
	void hookThatSpoilsTheFileIsNamed() throws IOException {
		script("spoil", "sed -i.bak 's/revision: a1/revision: zz/' \"$1\"");
		assertThatExceptionOfType(PostWriteHookException.class).isThrownBy(() -> write(exec("s", "./spoil", "")))
			.withMessageContaining("'s' failed: it broke the file: ")
			.withMessageContaining("'zz'");
		Files.delete(this.file);
		script("remove", "rm \"$1\"");
		assertThatExceptionOfType(PostWriteHookException.class).isThrownBy(() -> write(exec("r", "./remove", "")))
			.withMessageContaining("'r' failed: it broke the file: ");
	}

	@Test
	void whatCannotRunIsRefusedBeforeAnythingIsWritten() throws IOException {
		script("good", "echo ran");
		Files.writeString(this.tree.path().resolve("plain"), "");
		List<String> before = this.tree.files();
		for (PostWriteHookSettings hook : List.of(exec("h", "no-such-program-anywhere", ""), exec("h", "./none", ""),
				exec("h", "./plain", ""), exec("h", null, ""), exec("h", " ", ""), exec("h", "./good", "'open"),
				new PostWriteHookSettings("h", "Exec", "./good", "", null, false),
				new PostWriteHookSettings("h", "exec", "./good", "", Path.of("nowhere"), false))) {
			assertThatExceptionOfType(RevisionWritingException.class)
				.isThrownBy(() -> write(exec("first", "./good", ""), hook))
				.withMessageContaining("The post-write hook 'h' ")
				.withMessageEndingWith("Nothing was written.");
			assertThat(this.tree.files()).isEqualTo(before);
			assertThat(this.output).isEmpty();
		}
	}

	@Test
	void unknownTypeListsTheKnownOnes() {
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> write(Map.of("mine", (name, file, options) -> {
			}), new PostWriteHookSettings("h", "other", null, "", null, false)))
			.withMessageContaining("unknown type 'other'")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("exec, mine"));
	}

	private void script(String name, String text) throws IOException {
		Path program = this.tree.path().resolve(name);
		Files.writeString(program, "#!/bin/sh\n" + text + "\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static PostWriteHookSettings exec(String name, @Nullable String executable, String options) {
		return new PostWriteHookSettings(name, "exec", executable, options, null, false);
	}

	private WrittenRevision write(PostWriteHookSettings... hooks) {
		return write(Map.of(), hooks);
	}

	private WrittenRevision write(Map<String, PostWriteHook> beans, PostWriteHookSettings... hooks) {
		RevisionDraft draft = new RevisionDraft("a1", List.of(), List.of(), List.of(),
				"classpath:db/migrations/versions");
		return new RevisionWriter(this.tree.sources(), RevisionFileSettings.defaults(), List.of(),
				new PostWriteHooks(List.of(hooks), beans, this.tree.path(), this.output::add))
			.write(NewRevision.empty(draft, "m", Instant.EPOCH));
	}

}
