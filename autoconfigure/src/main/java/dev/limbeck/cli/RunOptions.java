package dev.limbeck.cli;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of commands that change a database, or say what they would do with it.
 */
final class RunOptions {

	@Option(names = "--plan", order = 60, description = "Print what would be done now, and change nothing.")
	private boolean plan;

	@Option(names = "--tag", paramLabel = "TAG", order = 70, description = "A word for revisions and listeners.")
	private @Nullable String tag;

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	void check(CliCommand verb) {
		verb.refuse(this.plan && this.script.isWanted(),
				"--plan and --sql exclude each other: --plan asks the database");
		this.script.check(verb, this.json);
	}

	boolean isPlanWanted() {
		return this.plan;
	}

	@Nullable String tag() {
		return this.tag;
	}

	boolean isScriptWanted() {
		return this.script.isWanted();
	}

	int printScript(CommandRun run, Consumer<Appendable> writer) {
		return this.script.print(run, writer);
	}

	MigrationReport report(CommandRun run) {
		return new MigrationReport(run, this.json.isWanted());
	}

}
