package dev.limbeck.cli;

import dev.limbeck.command.DowngradeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Takes revisions back.
 */
@Command(name = "downgrade", description = "Revert to a previous revision.")
final class DowngradeVerb extends Verb {

	@Parameters(paramLabel = "TARGET",
			description = "base, a revision, -N, revision-N, branch@base, branch@-N; with " + "--sql from:to.")
	private String target = "";

	@Option(names = "--plan", order = 60, description = "Print what would run now, and change nothing.")
	private boolean plan;

	@Mixin
	private final TagOption tag = new TagOption();

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	DowngradeVerb(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		refuse(this.plan && this.script.isWanted(), "--plan and --sql exclude each other: --plan asks the database");
		this.script.check(this, this.json);
		DowngradeRequest request = DowngradeRequest.to(this.target).withTag(this.tag.get());
		MigrationReport report = new MigrationReport(run(), this.json.isWanted());
		if (this.script.isWanted()) {
			return this.script.print(run(), (out) -> run().migrations().downgradeSql(request, out));
		}
		if (this.plan) {
			return report.print(run().migrations().planDowngrade(this.target));
		}
		return report.print(run().migrations().downgrade(request));
	}

}
