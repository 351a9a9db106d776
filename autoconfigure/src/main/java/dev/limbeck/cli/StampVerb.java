package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.command.StampRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets the version table without running a revision.
 */
@Command(name = "stamp", description = "Set the version table to revisions; don't run any migrations.")
final class StampVerb extends Verb {

	@Parameters(paramLabel = "TARGET", arity = "1..*",
			description = "heads, base, revisions, branch labels; with " + "--sql the first may be from:to.")
	private List<String> targets = List.of();

	@Option(names = "--plan", order = 60, description = "Print what would be written now, and change nothing.")
	private boolean plan;

	@Option(names = "--purge", order = 61, description = "Erase the version table first, whatever it says.")
	private boolean purge;

	@Mixin
	private final TagOption tag = new TagOption();

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	StampVerb(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		refuse(this.plan && this.script.isWanted(), "--plan and --sql exclude each other: --plan asks the database");
		refuse(this.purge && this.script.isWanted(),
				"--purge and --sql exclude each other: what to erase stands in the database");
		this.script.check(this, this.json);
		StampRequest request = StampRequest.of(this.targets.toArray(String[]::new)).withTag(this.tag.get());
		if (this.script.isWanted()) {
			return this.script.print(run(), (out) -> run().migrations().stampSql(request, out));
		}
		return stamp(this.purge ? request.withPurge() : request);
	}

	private int stamp(StampRequest request) {
		MigrationReport report = new MigrationReport(run(), this.json.isWanted());
		if (this.plan) {
			return report.print(run().migrations().planStamp(request));
		}
		return report.print(run().migrations().stamp(request));
	}

}
