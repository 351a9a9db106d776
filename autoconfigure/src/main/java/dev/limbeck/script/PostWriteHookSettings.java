package dev.limbeck.script;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A hook that runs after a revision was written.
 *
 * @param name its name, for messages
 * @param type {@code exec} to run a program, or the name of a {@link PostWriteHook}
 * @param executable the program, looked for as the shell does
 * @param options its arguments, quoted as for a shell; {@code REVISION_SCRIPT_FILENAME}
 * stands for the file, which comes first where it is not named
 * @param cwd the directory to run the program in, the working directory if not set
 * @param ignoreExitCode whether the command goes on if the program reports a failure
 * @since 0.1.0
 */
public record PostWriteHookSettings(String name, String type, @Nullable String executable, String options,
		@Nullable Path cwd, boolean ignoreExitCode) {

	/** The type of a hook that runs a program. */
	public static final String EXEC = "exec";

	/** Stands for the file in the options. */
	public static final String FILE_TOKEN = "REVISION_SCRIPT_FILENAME";

}
