package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.limbeck.command.EnsureVersionResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Creates the version table.
 */
@Command(name = "ensure_version", description = "Create the version table, if it does not exist.")
final class EnsureVersionCliCommand extends CliCommand {

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	EnsureVersionCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.script.check(this, this.json);
		if (this.script.isWanted()) {
			return this.script.print(run(), (out) -> run().migrations().ensureVersionSql(out));
		}
		run().holdExit();
		EnsureVersionResult result = run().migrations().ensureVersion();
		if (this.json.isWanted()) {
			Map<String, Object> shape = new LinkedHashMap<>();
			shape.put("table", result.table());
			shape.put("created", result.created());
			run().printJson(shape);
		}
		run().note("The table %s %s.".formatted(result.table(), result.created() ? "was created" : "is there"));
		return ExitCode.DONE;
	}

}
