package dev.limbeck.cli;

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

	private final Map<String, String> environment;

	/**
	 * Create a command line.
	 * @param source where the migrations come from
	 * @param out where results go
	 * @param err where everything else goes
	 * @param environment the environment variables, such as {@code EDITOR}
	 */
	public MigrationsCli(MigrationsSource source, Output out, Output err, Map<String, String> environment) {
		this.source = source;
		this.out = out;
		this.err = err;
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
				environment);
	}

	/**
	 * Run a command.
	 * @param args the arguments after the word {@code migrations}, without those that are
	 * Spring's
	 * @return the exit code: 0 done; 1 failed; 2 the arguments are wrong; 3 there are
	 * differences or pending revisions; 4 the lock could not be had in time
	 */
	public int run(String... args) {
		return new CommandRun(this.source, this.out, this.err, this.environment).execute(args);
	}

}
