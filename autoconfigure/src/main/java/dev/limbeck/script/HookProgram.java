package dev.limbeck.script;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A hook that runs a program, without a shell in between.
 *
 * @param settings its settings
 * @param program the program
 * @param arguments its arguments, in which the file is not filled in yet
 * @param directory where it runs
 * @param output takes what it prints
 */
record HookProgram(PostWriteHookSettings settings, String program, List<String> arguments, Path directory,
		Consumer<String> output) implements PostWriteHook {

	/**
	 * Look for the program of a hook.
	 * @param settings the hook
	 * @param workingDirectory the working directory of the command
	 * @param output takes what the program prints
	 * @return the hook
	 * @throws RevisionWritingException if there is no such program or directory
	 */
	static HookProgram of(PostWriteHookSettings settings, Path workingDirectory, Consumer<String> output) {
		Path directory = (settings.cwd() != null) ? workingDirectory.resolve(settings.cwd()) : workingDirectory;
		if (!Files.isDirectory(directory.toAbsolutePath())) {
			throw problem(settings, "is to run in " + directory + ", which is not a directory", "cwd");
		}
		String executable = settings.executable();
		if (executable == null || executable.isBlank()) {
			throw problem(settings, "has no executable", "executable");
		}
		return new HookProgram(settings, find(executable.strip(), directory, settings), arguments(settings),
				directory.toAbsolutePath(), output);
	}

	private static List<String> arguments(PostWriteHookSettings settings) {
		try {
			List<String> arguments = new ArrayList<>(ShellWords.split(settings.options()));
			if (!settings.options().contains(PostWriteHookSettings.FILE_TOKEN)) {
				arguments.add(0, PostWriteHookSettings.FILE_TOKEN);
			}
			return arguments;
		}
		catch (IllegalArgumentException ex) {
			throw problem(settings, "has options with " + ex.getMessage(), "options");
		}
	}

	private static String find(String executable, Path directory, PostWriteHookSettings settings) {
		if (executable.indexOf('/') >= 0 || executable.indexOf(File.separatorChar) >= 0) {
			Path program = directory.resolve(executable).toAbsolutePath().normalize();
			if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
				throw problem(settings, "is to run " + program + ", which is not an executable file", "executable");
			}
			return program.toString();
		}
		Map<String, String> environment = System.getenv();
		return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((folder) -> !folder.isEmpty())
			.flatMap((folder) -> names(executable, environment).map((name) -> Path.of(folder, name)))
			.filter((program) -> Files.isRegularFile(program) && Files.isExecutable(program))
			.findFirst()
			.map(Path::toString)
			.orElseThrow(
					() -> problem(settings, "is to run '" + executable + "', which is not on the PATH", "executable"));
	}

	// Windows finds a program without its ending
	private static Stream<String> names(String executable, Map<String, String> environment) {
		return Stream.concat(Stream.of(executable),
				Stream.of(environment.getOrDefault("PATHEXT", "").toLowerCase(Locale.ROOT).split(";"))
					.filter((ending) -> !ending.isEmpty())
					.map((ending) -> executable + ending));
	}

	private static RevisionWritingException problem(PostWriteHookSettings settings, String problem, String key) {
		return new RevisionWritingException("The post-write hook '" + settings.name() + "' " + problem,
				"Correct '" + key + "' of the hook in migrations.post-write-hooks, or install the program.");
	}

	@Override
	public void afterWrite(String name, Path file, String options) throws IOException {
		Process process = new ProcessBuilder(command(file)).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.start();
		try {
			process.getOutputStream().close();
			try (BufferedReader reader = process.inputReader()) {
				reader.lines().forEach(this.output);
			}
			requireSuccess(process.waitFor(), name, file);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PostWriteHookException(name, file, "it was interrupted", ex);
		}
		finally {
			process.destroy();
		}
	}

	private List<String> command(Path file) {
		List<String> command = new ArrayList<>();
		command.add(this.program);
		this.arguments.forEach((argument) -> command
			.add(argument.replace(PostWriteHookSettings.FILE_TOKEN, file.toAbsolutePath().toString())));
		return command;
	}

	private void requireSuccess(int exitCode, String name, Path file) {
		if (exitCode != 0 && !this.settings.ignoreExitCode()) {
			throw new PostWriteHookException(name, file, this.program + " ended with exit code " + exitCode);
		}
	}

}
