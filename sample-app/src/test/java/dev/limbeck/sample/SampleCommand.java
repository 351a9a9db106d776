package dev.limbeck.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.limbeck.test.TestDatabase;

/**
 * One command of the packaged application, in a process of its own that has ended.
 *
 * @param exitCode its exit code
 * @param out its standard output
 * @param err its standard error stream
 */
record SampleCommand(int exitCode, String out, String err) {

	private static final long PATIENCE_IN_MINUTES = 4;

	/**
	 * Run a command of the executable jar without a database.
	 * @param directory the working directory
	 * @param arguments all arguments
	 * @return what it did
	 */
	static SampleCommand run(Path directory, String... arguments) {
		return run(directory, List.of("-jar", jar()), Map.of(), arguments);
	}

	/**
	 * Run a command of the executable jar with a database.
	 * @param database the database
	 * @param directory the working directory
	 * @param arguments the arguments after the word
	 * @return what it did
	 */
	static SampleCommand runOn(TestDatabase database, Path directory, String... arguments) {
		return run(directory, List.of("-jar", jar()), Map.of(), on(database, arguments));
	}

	static String[] on(TestDatabase database, String... arguments) {
		List<String> all = new ArrayList<>(List.of("--spring.profiles.active=test",
				"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password(), "migrations"));
		all.addAll(List.of(arguments));
		return all.toArray(String[]::new);
	}

	static SampleCommand run(Path directory, List<String> application, Map<String, String> environment,
			String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(SampleProcess.OPTIONS);
		command.addAll(application);
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
		SampleProcess.clear(builder.environment());
		builder.environment().putAll(environment);
		try {
			return run(builder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static SampleCommand run(ProcessBuilder builder) throws IOException, InterruptedException {
		Path out = Files.createTempFile("out", ".txt");
		Path err = Files.createTempFile("err", ".txt");
		try {
			Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
			process.getOutputStream().close();
			if (!process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new AssertionError("The command has not ended:\n" + Files.readString(err));
			}
			return new SampleCommand(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
					Files.readString(err, StandardCharsets.UTF_8));
		}
		finally {
			Files.delete(out);
			Files.delete(err);
		}
	}

	static String jar() {
		return Path.of(System.getProperty("sample.jar", "target/limbeck-sample-app.jar")).toAbsolutePath().toString();
	}

}
