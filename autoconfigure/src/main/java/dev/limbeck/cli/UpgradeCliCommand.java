package dev.limbeck.cli;

import dev.limbeck.revision.UpgradeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs revisions.
 */
@Command(name = "upgrade", description = "Upgrade to a later revision.")
final class UpgradeCliCommand extends CliCommand {

	@Parameters(paramLabel = "TARGET", description = "heads, head, a revision, +N, revision+N, branch@head, "
			+ "branch@+N; with --sql also from:to.")
	private String target = "";

	@Option(names = "--missing", order = 55,
			description = "Run what counts as applied and was never run: of that, TARGET and what it needs.")
	private boolean missing;

	@Mixin
	private final RunOptions options = new RunOptions();

	UpgradeCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.options.check(this);
		refuse(this.missing && this.options.isScriptWanted(),
				"--missing and --sql exclude each other: what is missing is known to the database");
		UpgradeRequest upgrade = UpgradeRequest.to(this.target).withTag(this.options.tag());
		UpgradeRequest request = this.missing ? upgrade.withMissing() : upgrade;
		if (this.options.isScriptWanted()) {
			return this.options.printScript(run(), (out) -> run().migrations().upgradeSql(request, out));
		}
		MigrationReport report = this.options.report(run());
		if (this.options.isPlanWanted()) {
			return report.print(run().migrations().planUpgrade(request));
		}
		run().holdExit();
		return report.print(run().migrations().upgrade(request));
	}

}
