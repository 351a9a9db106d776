package dev.limbeck.cli;

import java.util.List;
import java.util.Map;

import dev.limbeck.command.RevisionEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lists the heads.
 */
@Command(name = "heads", description = "Show the revisions that no other follows.")
final class HeadsCliCommand extends CliCommand {

	@Option(names = "--resolve-dependencies", order = 10, description = "Treat dependencies as down revisions.")
	private boolean resolveDependencies;

	@Mixin
	private final VerboseOption verbose = new VerboseOption();

	@Mixin
	private final JsonOption json = new JsonOption();

	HeadsCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		List<RevisionEntry> heads = run().migrations().heads(this.resolveDependencies);
		RevisionText text = new RevisionText(run().out());
		if (this.json.isWanted()) {
			run().printJson(Map.of("heads", JsonShape.list(heads, JsonShape::revision)));
		}
		else if (this.verbose.isWanted()) {
			heads.forEach((head) -> run().printLines(text.full(head)));
		}
		else {
			heads.forEach((head) -> run().printLine(text.head(head)));
		}
		return ExitCode.DONE;
	}

}
