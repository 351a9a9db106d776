package dev.limbeck.cli;

import dev.limbeck.command.UpgradeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs revisions.
 */
@Command(name = "upgrade", description = "Upgrade to a later revision.")
final class UpgradeVerb extends Verb {

	@Parameters(paramLabel = "TARGET", description = "heads, head, a revision, +N, revision+N, branch@head, "
			+ "branch@+N; with --sql also from:to.")
	private String target = "";

	@Option(names = "--plan", order = 60, description = "Print what would run now, and change nothing.")
	private boolean plan;

	@Mixin
	private final TagOption tag = new TagOption();

	@Mixin
	private final ScriptOptions script = new ScriptOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	UpgradeVerb(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		refuse(this.plan && this.script.isWanted(), "--plan and --sql exclude each other: --plan asks the database");
		this.script.check(this, this.json);
		UpgradeRequest request = UpgradeRequest.to(this.target).withTag(this.tag.get());
		MigrationReport report = new MigrationReport(run(), this.json.isWanted());
		if (this.script.isWanted()) {
			return this.script.print(run(), (out) -> run().migrations().upgradeSql(request, out));
		}
		if (this.plan) {
			return report.print(run().migrations().planUpgrade(request));
		}
		return report.print(run().migrations().upgrade(request));
	}

}
