package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.command.MergeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Writes a revision that merges others.
 */
@Command(name = "merge", description = "Create a revision file that merges revisions.")
final class MergeCliCommand extends CliCommand {

	@Parameters(paramLabel = "REVISION", arity = "1..*",
			description = "The revisions to merge, or heads for all heads.")
	private List<String> revisions = List.of();

	@Mixin
	private final NewRevisionOptions options = new NewRevisionOptions();

	@Mixin
	private final JsonOption json = new JsonOption();

	MergeCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		MergeRequest request = new MergeRequest(this.revisions, this.options.message(), this.options.branchLabels(),
				this.options.revId(), this.options.isSplice());
		new NewRevisionReport(run(), this.json.isWanted()).print(List.of(run().migrations().merge(request)));
		return ExitCode.DONE;
	}

}
