package dev.limbeck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.limbeck.command.Migrations;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.text.HarmlessText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * One run of the command line, from the arguments to the exit code.
 */
final class CommandRun {

	private final MigrationsSource source;

	private final Output out;

	private final Output err;

	private final Input in;

	private final Map<String, String> environment;

	private final MigrationsCommand root = new MigrationsCommand();

	private final ProgressLines progress = new ProgressLines(this);

	private @Nullable Migrations migrations;

	private @Nullable HeldExit exit;

	CommandRun(MigrationsSource source, Output out, Output err, Input in, Map<String, String> environment) {
		this.source = source;
		this.out = out;
		this.err = err;
		this.in = in;
		this.environment = environment;
	}

	int execute(String... args) {
		String[] arguments = Arrays.stream(args).map(CommandTree::hideNegative).toArray(String[]::new);
		FailureReport failures = new FailureReport(this, JsonOption.isIn(args));
		CommandLine line = CommandTree.of(this, this.root, args)
			.setOut(this.out.writer())
			.setErr(this.err.writer())
			.setColorScheme(CommandTree.colours(this.out.colour()))
			.setUsageHelpAutoWidth(this.out.terminal())
			.setParameterExceptionHandler((ex, ignored) -> failures.reportUsage(ex))
			.setExecutionExceptionHandler((ex, command, parsed) -> failures.report(ex));
		try {
			int code = line.execute(arguments);
			return (this.out.writer().checkError()) ? resultIsLost(code) : code;
		}
		finally {
			this.out.writer().flush();
			this.err.writer().flush();
			HeldExit held = this.exit;
			if (held != null) {
				held.release();
			}
		}
	}

	/**
	 * See to it that the end of this run is told, even if the process is told to end
	 * meanwhile.
	 */
	void holdExit() {
		this.exit = HeldExit.hold();
	}

	// Half a script, or none, must not pass for a whole one
	private int resultIsLost(int code) {
		complain("FAILED: The result could not be printed as a whole: there is no space left, or nobody reads it. "
				+ "What the command has done stays done.\nWhat to do: See where the standard output leads to.");
		return (code == ExitCode.DONE) ? ExitCode.FAILED : code;
	}

	/**
	 * Return the migrations to work on.
	 * @return the migrations, made when they are first asked for
	 */
	Migrations migrations() {
		Migrations migrations = this.migrations;
		if (migrations == null) {
			migrations = this.source.open(this.root.options()).observedBy(this.progress);
			this.migrations = migrations;
		}
		return migrations;
	}

	@Nullable String hint(MigrationException failure) {
		return this.source.hint(failure);
	}

	Output out() {
		return this.out;
	}

	Output err() {
		return this.err;
	}

	Input in() {
		return this.in;
	}

	Map<String, String> environment() {
		return this.environment;
	}

	/**
	 * Print where a failure comes from, if that is wanted.
	 * @param failure the failure
	 */
	void printStackTrace(Throwable failure) {
		if (this.root.isStacktrace()) {
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			this.err.writer().print(HarmlessText.lines(trace.toString().replace("\r\n", "\n")));
		}
	}

	boolean isQuiet() {
		return this.root.isQuiet();
	}

	/**
	 * Print a line of the result.
	 * @param line the line
	 */
	void print(String line) {
		this.out.writer().print(HarmlessText.line(line) + "\n");
	}

	/**
	 * Print a line of the result that may hold colours.
	 * @param line the line, of which everything that others wrote was made harmless
	 */
	void printLine(String line) {
		this.out.writer().print(line + "\n");
	}

	/**
	 * Print lines of the result that may hold colours.
	 * @param lines the lines
	 * @see #printLine
	 */
	void printLines(List<String> lines) {
		lines.forEach(this::printLine);
	}

	/**
	 * Print a document: what another program reads, exactly as it is, unless a terminal
	 * would act on it.
	 * @param text the text with its line ends
	 */
	void printText(String text) {
		this.out.writer().print(this.out.terminal() ? HarmlessText.lines(text) : text);
	}

	/**
	 * Print the result as JSON.
	 * @param value the value
	 */
	void printJson(Map<String, ?> value) {
		this.out.writer().print(JsonWriter.write(value) + "\n");
	}

	/**
	 * Tell of something that is not the result. A quiet run does not.
	 * @param line the line
	 */
	void note(String line) {
		if (!isQuiet()) {
			complain(HarmlessText.line(line));
		}
	}

	/**
	 * Warn of something. What names it may have line breaks, and would look like another
	 * warning.
	 * @param warning what to know, on one line
	 */
	void warn(String warning) {
		complain("WARNING: " + HarmlessText.line(warning));
	}

	/**
	 * Ask something, on the line on which the answer will stand.
	 * @param question the question
	 */
	void ask(String question) {
		this.progress.interrupt();
		this.err.writer().print(HarmlessText.line(question));
		this.err.writer().flush();
	}

	/**
	 * Tell of something that a quiet run tells of, too.
	 * @param text one or more lines
	 */
	void complain(String text) {
		this.progress.interrupt();
		this.err.writer().print(HarmlessText.lines(text) + "\n");
		this.err.writer().flush();
	}

}
