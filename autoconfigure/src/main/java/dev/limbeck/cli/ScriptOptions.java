package dev.limbeck.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

import dev.limbeck.command.ScriptFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that can print a script instead of acting on a database.
 */
final class ScriptOptions {

	@Option(names = "--sql", order = 80, description = "Print a script for psql and ask no database: offline mode.")
	private boolean sql;

	@Option(names = "--output", paramLabel = "FILE", order = 81,
			description = "With --sql: write the script to a file that only its owner can read.")
	private @Nullable Path file;

	boolean isWanted() {
		return this.sql;
	}

	void check(CliCommand verb, JsonOption json) {
		verb.refuse(this.file != null && !this.sql, "--output is the file of --sql, which is missing");
		verb.refuse(json.isWanted() && this.sql, "--json and --sql exclude each other: --sql prints a script");
	}

	/**
	 * Print a script. If it cannot be made as a whole, nothing is printed.
	 * @param run the run
	 * @param writer what writes the script
	 * @return the exit code
	 */
	int print(CommandRun run, Consumer<Appendable> writer) {
		Path file = this.file;
		if (file == null) {
			StringBuilder script = new StringBuilder();
			writer.accept(script);
			run.printText(script.toString());
			return ExitCode.DONE;
		}
		new ScriptFile(file).write(writer);
		run.note("Wrote " + file);
		return ExitCode.DONE;
	}

}
