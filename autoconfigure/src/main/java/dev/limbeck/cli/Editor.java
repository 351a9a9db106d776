package dev.limbeck.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The editor of the user.
 *
 * @param command how to start it, as a shell understands it
 */
record Editor(String command) {

	private static final List<String> COMMON = List.of("sensible-editor", "editor", "nano", "vim", "code");

	private static final boolean WINDOWS = File.separatorChar == '\\';

	/**
	 * Find the editor: that of {@code EDITOR}, of {@code VISUAL}, or a common one that is
	 * installed.
	 * @param environment the environment variables
	 * @return the editor
	 */
	static Editor find(Map<String, String> environment) {
		for (String variable : List.of("EDITOR", "VISUAL")) {
			String command = environment.getOrDefault(variable, "");
			if (!command.isBlank()) {
				return new Editor(command);
			}
		}
		String installed = installed(environment.getOrDefault("PATH", ""));
		if (installed == null) {
			throw new EditorException("There is no editor: EDITOR and VISUAL are not set, and none of %s is installed."
				.formatted(String.join(", ", COMMON)));
		}
		return new Editor(installed);
	}

	private static @Nullable String installed(String searchPath) {
		for (String name : COMMON) {
			for (String directory : searchPath.split(File.pathSeparator, -1)) {
				if (Files.isExecutable(Path.of(directory, name))) {
					return name;
				}
			}
		}
		return null;
	}

	/**
	 * Edit files and wait for the end of it.
	 * @param files the files
	 */
	void open(List<Path> files) {
		try {
			int exitCode = new ProcessBuilder(arguments(files)).inheritIO().start().waitFor();
			if (exitCode != 0) {
				throw new EditorException("The editor '%s' ended with exit code %s.".formatted(this.command, exitCode));
			}
		}
		catch (IOException ex) {
			throw new EditorException("The editor '%s' cannot be started: %s".formatted(this.command, ex.getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EditorException("The wait for the editor '%s' was interrupted.".formatted(this.command));
		}
	}

	// EDITOR may be a command with options; the names of files are no part of it
	private List<String> arguments(List<Path> files) {
		List<String> arguments = new ArrayList<>();
		if (WINDOWS) {
			arguments.addAll(List.of("cmd", "/c", this.command));
		}
		else {
			arguments.addAll(List.of("/bin/sh", "-c", this.command + " \"$@\"", "edit"));
		}
		files.forEach((file) -> arguments.add(file.toString()));
		return arguments;
	}

}
