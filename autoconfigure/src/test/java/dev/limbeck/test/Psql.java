package dev.limbeck.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The psql of this machine, if it has one.
 *
 * @param executable where it is
 */
public record Psql(Path executable) {

	/**
	 * Find psql on the path.
	 * @return psql, or nothing
	 */
	public static Stream<Psql> find() {
		List<Psql> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.flatMap((directory) -> Stream.of(Path.of(directory, "psql"), Path.of(directory, "psql.exe")))
			.filter((file) -> file.toFile().canExecute() && file.toFile().isFile())
			.map(Psql::new)
			.limit(1)
			.toList();
		System.out.println("psql for tests: " + (found.isEmpty() ? "none" : found.get(0).executable()));
		return found.stream();
	}

	/**
	 * Run psql.
	 * @param environment variables for libpq
	 * @param arguments what follows {@code psql -X}
	 * @return how it ended
	 */
	public Outcome run(Map<String, String> environment, String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.executable.toString(), "-X"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().putAll(environment);
		try {
			Process process = builder.start();
			process.getOutputStream().close();
			CompletableFuture<byte[]> output = Background.start(process.getInputStream()::readAllBytes);
			if (!process.waitFor(2, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException("psql has not ended: " + command);
			}
			return new Outcome(process.exitValue(), new String(output.join(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Run psql on a database.
	 * @param database the database
	 * @param arguments what follows {@code psql -X}
	 * @return how it ended
	 */
	public Outcome run(TestDatabase database, String... arguments) {
		return run(Map.of("PGHOST", database.host(), "PGPORT", String.valueOf(database.port()), "PGDATABASE",
				database.name(), "PGUSER", database.username(), "PGPASSWORD", database.password()), arguments);
	}

	/**
	 * How psql ended.
	 *
	 * @param exitCode its exit code
	 * @param output what it wrote to its standard output and standard error
	 */
	public record Outcome(int exitCode, String output) {
	}

}
