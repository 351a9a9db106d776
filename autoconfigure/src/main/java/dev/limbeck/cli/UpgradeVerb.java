package dev.limbeck.cli;

import dev.limbeck.command.UpgradeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Runs revisions.
 */
@Command(name = "upgrade", description = "Upgrade to a later revision.")
final class UpgradeVerb extends Verb {

	@Parameters(paramLabel = "TARGET", description = "heads, head, a revision, +N, revision+N, branch@head, "
			+ "branch@+N; with --sql also from:to.")
	private String target = "";

	@Mixin
	private final RunOptions options = new RunOptions();

	UpgradeVerb(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.options.check(this);
		UpgradeRequest request = UpgradeRequest.to(this.target).withTag(this.options.tag());
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
