package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.command.BranchEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Lists the branch points.
 */
@Command(name = "branches", description = "Show the revisions that several others follow.")
final class BranchesCliCommand extends CliCommand {

	@Mixin
	private final VerboseOption verbose = new VerboseOption();

	@Mixin
	private final JsonOption json = new JsonOption();

	BranchesCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		List<BranchEntry> branches = run().migrations().branches();
		if (this.json.isWanted()) {
			run().printJson(Map.of("branches", JsonShape.list(branches, JsonShape::branch)));
		}
		else {
			branches.forEach((branch) -> run().printLines(describe(branch)));
		}
		return ExitCode.DONE;
	}

	private List<String> describe(BranchEntry branch) {
		RevisionText text = new RevisionText(run().out());
		List<String> lines = new ArrayList<>();
		if (this.verbose.isWanted()) {
			lines.addAll(text.full(branch.branchPoint()));
		}
		else {
			lines.add(text.labelledPlace(branch.branchPoint()));
		}
		String arrow = " ".repeat(branch.branchPoint().revision().length()) + " -> ";
		branch.children()
			.forEach((child) -> lines
				.add(arrow + (this.verbose.isWanted() ? text.described(child) : text.labelledPlace(child))));
		lines.add("");
		return lines;
	}

}
