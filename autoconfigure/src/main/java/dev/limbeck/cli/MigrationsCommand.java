package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The word {@code migrations} and the options that every command has.
 */
@SuppressWarnings("UnusedVariable")
@Command(name = CommandTree.NAME, description = "Revision-graph database migrations.",
		synopsisSubcommandLabel = "COMMAND", versionProvider = Version.class, exitCodeListHeading = "Exit codes:%n",
		exitCodeList = { "0:Done.", "1:Failed.", "2:The arguments are wrong.",
				"3:Problems were found (check), or the database is not at the heads (current --check-heads).",
				"4:The lock could not be had in time." },
		footer = "%nWhat a command understands: 'migrations COMMAND --help'.")
final class MigrationsCommand implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = { "-n", "--name" }, paramLabel = "NAME", scope = ScopeType.INHERIT, order = 100,
			description = "The environment to work on, one of migrations.environments.*.")
	private @Nullable String name;

	@Option(names = "-x", paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT, order = 101, mapFallbackValue = "",
			description = "An argument for the revisions. Repeatable; without value it is empty.")
	private Map<String, String> arguments = new LinkedHashMap<>();

	@Option(names = { "-q", "--quiet" }, scope = ScopeType.INHERIT, order = 102,
			description = "Print results and errors only, no progress.")
	private boolean quiet;

	@Option(names = "--stacktrace", scope = ScopeType.INHERIT, order = 103,
			description = "Print the stack trace of a failure, too.")
	private boolean stacktrace;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, order = 104,
			description = "Print this help and exit.")
	private boolean help;

	@Option(names = "--version", versionHelp = true, order = 105, description = "Print the version and exit.")
	private boolean version;

	/**
	 * Print what there is to ask for: nothing was asked for yet.
	 */
	@Override
	public Integer call() {
		if (this.spec != null) {
			CommandLine line = this.spec.commandLine();
			line.usage(line.getOut());
		}
		return ExitCode.DONE;
	}

	GlobalOptions options() {
		return new GlobalOptions(this.name, this.arguments);
	}

	boolean isQuiet() {
		return this.quiet;
	}

	boolean isStacktrace() {
		return this.stacktrace;
	}

}
