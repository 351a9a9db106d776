package dev.limbeck.cli;

import dev.limbeck.revision.DowngradeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Takes revisions back.
 */
@Command(name = "downgrade", description = "Revert to a previous revision.")
final class DowngradeCliCommand extends CliCommand {

	@Parameters(paramLabel = "TARGET",
			description = "base, a revision, -N, revision-N, branch@base, branch@-N; with --sql from:to.")
	private String target = "";

	@Mixin
	private final RunOptions options = new RunOptions();

	DowngradeCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.options.check(this);
		DowngradeRequest request = DowngradeRequest.to(this.target).withTag(this.options.tag());
		if (this.options.isScriptWanted()) {
			return this.options.printScript(run(), (out) -> run().migrations().downgradeSql(request, out));
		}
		MigrationReport report = this.options.report(run());
		if (this.options.isPlanWanted()) {
			return report.print(run().migrations().planDowngrade(this.target));
		}
		run().holdExit();
		return report.print(run().migrations().downgrade(request));
	}

}
