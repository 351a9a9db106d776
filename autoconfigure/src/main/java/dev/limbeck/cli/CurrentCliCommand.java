package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.limbeck.command.CurrentResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tells where the database is.
 */
@Command(name = "current", description = "Display the current revisions of the database.")
final class CurrentCliCommand extends CliCommand {

	@Option(names = { "-c", "--check-heads" }, order = 10,
			description = "End with exit code 3 if the database is not at all heads.")
	private boolean checkHeads;

	@Mixin
	private final VerboseOption verbose = new VerboseOption();

	@Mixin
	private final JsonOption json = new JsonOption();

	CurrentCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		CurrentResult result = run().migrations().current();
		if (this.json.isWanted()) {
			run().printJson(shape(result));
		}
		else {
			print(result);
		}
		if (this.checkHeads && !result.atHeads()) {
			run().complain("FAILED: Database is not on all head revisions\n"
					+ "What to do: Run 'migrations upgrade heads', or see 'migrations heads' for what is missing.");
			return ExitCode.PENDING;
		}
		return ExitCode.DONE;
	}

	private void print(CurrentResult result) {
		if (this.verbose.isWanted()) {
			run().print("Current revision" + ((result.entries().size() == 1) ? "" : "s") + " for " + result.database()
					+ ":");
		}
		if (result.entries().isEmpty()) {
			run().note("No revision is applied.");
		}
		RevisionText text = new RevisionText(run().out());
		result.entries().forEach((entry) -> {
			if (this.verbose.isWanted()) {
				run().printLines(text.full(entry));
			}
			else {
				run().printLine(text.place(entry));
			}
		});
	}

	private static Map<String, Object> shape(CurrentResult result) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("revisions", JsonShape.list(result.entries(), JsonShape::revision));
		shape.put("rows", result.rows());
		shape.put("atHeads", result.atHeads());
		shape.put("database", result.database());
		return shape;
	}

}
