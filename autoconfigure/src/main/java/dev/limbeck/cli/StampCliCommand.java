package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.revision.StampRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets the version table without running a revision.
 */
@Command(name = "stamp", description = "Set the version table to revisions; don't run any migrations.")
final class StampCliCommand extends CliCommand {

	@Parameters(paramLabel = "TARGET", arity = "1..*",
			description = "heads, base, revisions, branch labels; with --sql the first may be from:to.")
	private List<String> targets = List.of();

	@Option(names = "--purge", order = 61, description = "Erase the version table first, whatever it says.")
	private boolean purge;

	@Mixin
	private final RunOptions options = new RunOptions();

	StampCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.options.check(this);
		StampRequest request = request();
		if (this.options.isScriptWanted()) {
			return this.options.printScript(run(), (out) -> run().migrations().stampSql(request, out));
		}
		MigrationReport report = this.options.report(run());
		if (this.options.isPlanWanted()) {
			return report.print(run().migrations().planStamp(request));
		}
		run().holdExit();
		return report.print(run().migrations().stamp(request));
	}

	private StampRequest request() {
		StampRequest request = StampRequest.of(this.targets.toArray(String[]::new)).withTag(this.options.tag());
		return this.purge ? request.withPurge() : request;
	}

}
