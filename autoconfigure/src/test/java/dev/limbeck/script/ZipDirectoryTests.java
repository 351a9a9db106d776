package dev.limbeck.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZipDirectory}.
 */
class ZipDirectoryTests {

	private static final String EXPECTED = expected("a.sql", "one");

	@TempDir
	private Path directory;

	@Test
	void filesOfFolderAreFound() throws IOException {
		assertThat(fingerprint(zip("v/", null), null, "v/")).isEqualTo(EXPECTED);
		assertThat(fingerprint(zip("BOOT-INF/classes/v/", null), null, "BOOT-INF/classes/v/")).isEqualTo(EXPECTED);
	}

	@Test
	void commentAtTheEndIsNoObstacle() throws IOException {
		assertThat(fingerprint(zip("v/", "a comment"), null, "v/")).isEqualTo(EXPECTED);
	}

	@Test
	void jarMayStartWithScript() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes("#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8));
		file.writeBytes(nest(zip("v/", null)));
		assertThat(fingerprint(file.toByteArray(), "lib/nested.jar", "v/")).isEqualTo(EXPECTED);
	}

	@Test
	void nestedJarIsRead() throws IOException {
		assertThat(fingerprint(nest(zip("v/", null)), "lib/nested.jar", "v/")).isEqualTo(EXPECTED);
	}

	@Test
	void whatIsNoZipFileIsLeftToOthers() throws IOException {
		assertThat(fingerprint(new byte[0], null, "v/")).isNull();
		assertThat(fingerprint(new byte[200], null, "v/")).isNull();
		assertThat(fingerprint(nest(zip("v/", null)), "lib/other.jar", "v/")).isNull();
	}

	@Test
	void contentNameAndNumberOfFilesCount() {
		assertThat(expected("a.sql", "two")).isNotEqualTo(EXPECTED);
		assertThat(expected("b.sql", "one")).isNotEqualTo(EXPECTED);
		assertThat(new Fingerprint().toString()).isNotEqualTo(EXPECTED);
	}

	private @Nullable String fingerprint(byte[] zip, @Nullable String nested, String folder) throws IOException {
		Path path = Files.write(this.directory.resolve("some.jar"), zip);
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			ZipDirectory outer = ZipDirectory.of(file);
			ZipDirectory directory = (outer != null && nested != null) ? outer.nested(nested) : outer;
			if (directory == null) {
				return null;
			}
			Fingerprint fingerprint = new Fingerprint();
			assertThat(directory.addTo(folder, fingerprint)).isTrue();
			return fingerprint.toString();
		}
	}

	private static String expected(String name, String content) {
		CRC32 crc = new CRC32();
		crc.update(content.getBytes(StandardCharsets.UTF_8));
		Fingerprint fingerprint = new Fingerprint();
		fingerprint.add(name, content.length(), crc.getValue());
		return fingerprint.toString();
	}

	private static byte[] zip(String folder, @Nullable String comment) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setComment(comment);
			for (String name : new String[] { folder, folder + "a.sql", folder + "a.txt", folder + ".hidden.sql",
					"other/b.sql" }) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write((name.endsWith("/") ? "" : "one").getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] nest(byte[] jar) throws IOException {
		CRC32 crc = new CRC32();
		crc.update(jar);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			ZipEntry entry = new ZipEntry("lib/nested.jar");
			entry.setMethod(ZipEntry.STORED);
			entry.setSize(jar.length);
			entry.setCrc(crc.getValue());
			zip.putNextEntry(entry);
			zip.write(jar);
		}
		return bytes.toByteArray();
	}

}
