package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.command.AcceptedEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Records of applied revisions that they are as they should be.
 */
@Command(name = "accept", description = "Accept that applied revisions were edited, or that the database has what was "
		+ "never run; don't run any migrations.")
final class AcceptCliCommand extends CliCommand {

	@Parameters(paramLabel = "REVISION", arity = "1..*", description = "Revisions that are applied.")
	private List<String> revisions = List.of();

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	AcceptCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.script.check(this, this.json);
		if (this.script.isWanted()) {
			return this.script.print(run(), (out) -> run().migrations().acceptSql(this.revisions, out));
		}
		List<AcceptedEntry> accepted = run().migrations().accept(this.revisions);
		if (this.json.isWanted()) {
			run().printJson(Map.of("revisions", JsonShape.list(accepted, AcceptCliCommand::shape)));
		}
		else {
			accepted.forEach((revision) -> run().print(describe(revision)));
		}
		return ExitCode.DONE;
	}

	private static String describe(AcceptedEntry revision) {
		return revision.revision() + (revision.changed() ? " is accepted as it is in " + revision.source()
				: " is as it was recorded; there was nothing to accept");
	}

	private static Map<String, Object> shape(AcceptedEntry revision) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("revision", revision.revision());
		shape.put("message", revision.message());
		shape.put("source", revision.source());
		shape.put("checksum", revision.checksum());
		shape.put("before", revision.before());
		shape.put("changed", revision.changed());
		return shape;
	}

}
