package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OutputFile}.
 */
class OutputFileTests {

	@TempDir
	private Path directory;

	@Test
	void onlyTheOwnerMayReadIt() throws IOException {
		for (boolean overwrite : new boolean[] { false, true }) {
			Path file = this.directory.resolve("script-" + overwrite + ".sql");
			new OutputFile(file, StandardCharsets.UTF_8, overwrite).write((out) -> out.append("größe ☃"));
			assertThat(file).hasContent("größe ☃");
			if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			}
		}
	}

	@Test
	void whatIsThereIsKept() throws IOException {
		Path file = Files.writeString(this.directory.resolve("script.sql"), "before");
		assertThatExceptionOfType(OutputFileException.class)
			.isThrownBy(() -> file(file).write((out) -> out.append("x")))
			.withMessageContaining("is there already. No file was written.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("replaced"));
		assertThat(file).hasContent("before");
	}

	@Test
	void whatIsThereIsReplacedOnRequest() throws IOException {
		Path file = Files.writeString(this.directory.resolve("script.sql"), "before");
		new OutputFile(file, StandardCharsets.UTF_8, true).write((out) -> out.append("after"));
		assertThat(file).hasContent("after");
		assertThat(files()).containsExactly(file);
	}

	@Test
	void failureLeavesNothing() throws IOException {
		Path file = this.directory.resolve("script.sql");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> file(file).write((out) -> {
			out.append("half");
			throw new IllegalStateException("of it");
		}));
		assertThat(files()).isEmpty();
	}

	@Test
	void characterThatTheEncodingLacksIsRefused() throws IOException {
		Path file = this.directory.resolve("script.sql");
		OutputFile output = new OutputFile(file, Charset.forName("ISO-8859-1"), false);
		assertThatExceptionOfType(OutputFileException.class).isThrownBy(() -> output.write((out) -> out.append("☃")))
			.withMessageContaining("ISO-8859-1");
		output.write((out) -> out.append("ä"));
		assertThat(Files.readAllBytes(file)).containsExactly(0xE4);
		assertThat(files()).containsExactly(file);
	}

	@Test
	void missingDirectoryIsNamed() {
		Path file = this.directory.resolve("missing/script.sql");
		assertThatExceptionOfType(OutputFileException.class)
			.isThrownBy(() -> file(file).write((out) -> out.append("x")))
			.withMessageContaining(this.directory.resolve("missing") + " does not exist");
	}

	@Test
	void directoryIsNotReplaced() throws IOException {
		Path file = Files.createDirectory(this.directory.resolve("script.sql"));
		Files.createFile(file.resolve("inside"));
		assertThatExceptionOfType(OutputFileException.class)
			.isThrownBy(() -> new OutputFile(file, StandardCharsets.UTF_8, true).write((out) -> out.append("x")));
		assertThat(files()).containsExactly(file);
		assertThat(file.resolve("inside")).exists();
	}

	private static OutputFile file(Path path) {
		return new OutputFile(path, StandardCharsets.UTF_8, false);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.toList();
		}
	}

}
