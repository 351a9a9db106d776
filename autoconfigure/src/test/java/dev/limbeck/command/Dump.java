package dev.limbeck.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.limbeck.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pg_dump prints of two databases, where there is one that is as new as the server.
 *
 * @param one a database
 * @param other another
 */
record Dump(TestDatabase one, TestDatabase other) {

	void compare(UnaryOperator<String> spelling) {
		Path program = program(this.one.version());
		if (program != null) {
			assertThat(dump(program, this.other)).map(spelling)
				.containsExactlyInAnyOrderElementsOf(dump(program, this.one).stream().map(spelling).toList());
		}
	}

	private static @Nullable Path program(int serverVersion) {
		for (int version = serverVersion; version < 30; version++) {
			Path program = Path.of("/usr/lib/postgresql/" + version + "/bin/pg_dump");
			if (Files.isExecutable(program)) {
				return program;
			}
		}
		return null;
	}

	private static List<String> dump(Path program, TestDatabase database) {
		try {
			Path output = Files.createTempFile("dump", ".sql");
			ProcessBuilder builder = new ProcessBuilder(program.toString(), "--schema-only", "--no-owner",
					"--exclude-table", "migrations_*", "--exclude-table", "flyway_schema_history", "--host",
					database.host(), "--port", String.valueOf(database.port()), "--username", database.username(),
					database.name())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().put("PGPASSWORD", database.password());
			Process process = builder.start();
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).as(() -> read(output)).isZero();
			try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
				return lines.filter((line) -> !line.startsWith("\\")).sorted().toList();
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
