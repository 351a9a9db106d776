package dev.limbeck.cli;

import java.util.List;
import java.util.Map;

/**
 * The command line of the migrations.
 * <p>
 * It shows the progress of a run itself. Whoever calls it keeps the log away from the
 * standard output, and best lets only warnings through.
 *
 * @since 0.1.0
 */
public final class MigrationsCli {

	private final MigrationsSource source;

	private final Output out;

	private final Output err;

	private final Input in;

	private final Map<String, String> environment;

	/**
	 * Create a command line that asks nobody.
	 * @param source where the migrations come from
	 * @param out where results go
	 * @param err where everything else goes
	 * @param environment the environment variables, such as {@code EDITOR}
	 */
	public MigrationsCli(MigrationsSource source, Output out, Output err, Map<String, String> environment) {
		this(source, out, err, Input.NONE, environment);
	}

	/**
	 * Create a command line.
	 * @param source where the migrations come from
	 * @param out where results go
	 * @param err where everything else goes
	 * @param in where answers come from
	 * @param environment the environment variables, such as {@code EDITOR}
	 */
	public MigrationsCli(MigrationsSource source, Output out, Output err, Input in, Map<String, String> environment) {
		this.source = source;
		this.out = out;
		this.err = err;
		this.in = in;
		this.environment = Map.copyOf(environment);
	}

	/**
	 * Create a command line that prints to the streams of this process, even if
	 * {@link System#setOut} led them elsewhere.
	 * @param source where the migrations come from
	 * @return the command line
	 */
	public static MigrationsCli ofProcess(MigrationsSource source) {
		Map<String, String> environment = System.getenv();
		return new MigrationsCli(source, Output.standardOutput(environment), Output.standardError(environment),
				Input.standardInput(), environment);
	}

	/**
	 * Run a command.
	 * @param args the arguments after the word {@code migrations}, without those that are
	 * Spring's
	 * @return the exit code: 0 done; 1 failed; 2 the arguments are wrong; 3 there are
	 * differences or pending revisions; 4 the lock could not be had in time
	 */
	public int run(String... args) {
		return new CommandRun(this.source, this.out, this.err, this.in, this.environment).execute(args);
	}

	/**
	 * Tell whether a command needs to know what the application's model asks for, which
	 * only the application itself can tell.
	 * @param args the arguments after the word {@code migrations}
	 * @return whether it compares the model; {@code false} for arguments that are wrong
	 */
	public static boolean comparesModel(String... args) {
		return ModelArguments.areIn(args);
	}

	/**
	 * Return the names of the commands.
	 * @return the names, with {@code _} where {@code -} means the same
	 */
	public static List<String> commands() {
		return CommandTree.names();
	}

	/**
	 * Refuse arguments before it is clear that they are those of a command.
	 * @param out where results go
	 * @param err where everything else goes
	 * @param message what is wrong
	 * @param action what to do about it
	 * @param args all arguments of the application
	 * @return the exit code: 2, the arguments are wrong
	 */
	public static int refuse(Output out, Output err, String message, String action, String... args) {
		CommandRun run = new CommandRun((options) -> {
			throw new IllegalStateException("Nothing is run");
		}, out, err, Input.NONE, Map.of());
		int code = new FailureReport(run, JsonOption.isIn(args)).reportUsage(CommandTree.NAME, message, action);
		out.writer().flush();
		return code;
	}

	/**
	 * Tell of an application that did not get as far as the command, where the result was
	 * to be JSON. In words the application tells of it itself.
	 * @param out where results go
	 * @param failure why the application failed
	 * @param args the arguments after the word {@code migrations}
	 */
	public static void reportFailedStart(Output out, Throwable failure, String... args) {
		if (JsonOption.isIn(args)) {
			out.writer().print(JsonWriter.write(FailureReport.ofApplication(failure)) + "\n");
			out.writer().flush();
		}
	}

}
