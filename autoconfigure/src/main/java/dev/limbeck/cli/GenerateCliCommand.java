package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.command.AutogenerateResult;
import dev.limbeck.command.GenerateRequest;
import dev.limbeck.command.GeneratedRevision;
import dev.limbeck.command.NewRevisionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes a first revision from an existing database.
 */
@Command(name = "generate", description = "Create a first revision file that creates what the database has.")
final class GenerateCliCommand extends CliCommand {

	@Mixin
	private final NewRevisionOptions options = new NewRevisionOptions();

	@Option(names = "--head", paramLabel = "REVISION", order = 10, defaultValue = "head",
			description = "base for a line of its own, beside revisions that there are.")
	private String head = "head";

	@Mixin
	private final RevisionFileOptions file = new RevisionFileOptions();

	@Option(names = "--dry-run", order = 20, description = "Print the revision, and write no file.")
	private boolean dryRun;

	@Mixin
	private final JsonOption json = new JsonOption();

	GenerateCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		NewRevisionRequest revision = new NewRevisionRequest(this.options.message(), this.head, this.options.isSplice(),
				this.options.branchLabels(), this.file.versionPath(), this.options.revId(), List.of(),
				this.file.format());
		AutogenerateResult result = run().migrations().generate(new GenerateRequest(revision, this.dryRun));
		new AutogenerateReport(run(), this.json.isWanted()).print(result, ModelDifference::description,
				"There is nothing in " + result.database() + ", so no revision was written.");
		result.revisions().stream().filter(GeneratedRevision::written).forEach(this::tellNext);
		return ExitCode.DONE;
	}

	// To run it there would create everything once more
	private void tellNext(GeneratedRevision revision) {
		run().note(
				"The database has all of this already. Tell it so: migrations stamp " + revision.revision().revision());
	}

}
