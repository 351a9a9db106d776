package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.command.AutogenerateResult;
import dev.limbeck.command.NewRevisionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes a new revision.
 */
@Command(name = "revision", description = "Create a new revision file.")
final class RevisionCliCommand extends CliCommand {

	@Mixin
	private final NewRevisionOptions options = new NewRevisionOptions();

	@Mixin
	private final AutogenerateOptions autogenerate = new AutogenerateOptions();

	@Option(names = "--head", paramLabel = "REVISION", order = 10, defaultValue = "head",
			description = "The revision to follow: head, branch@head, a revision, or base for a new base.")
	private String head = "head";

	@Mixin
	private final RevisionFileOptions file = new RevisionFileOptions();

	@Option(names = "--depends-on", paramLabel = "REVISION", order = 15,
			description = "A revision or a branch label that must be applied first. Repeatable.")
	private List<String> dependsOn = new ArrayList<>();

	@Option(names = "--sql", hidden = true)
	private boolean sql;

	@Mixin
	private final JsonOption json = new JsonOption();

	RevisionCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		this.autogenerate.check(this);
		refuse(this.sql, "--sql has nothing to print here: a new revision is written without asking a database");
		NewRevisionRequest request = new NewRevisionRequest(this.options.message(), this.head, this.options.isSplice(),
				this.options.branchLabels(), this.file.versionPath(), this.options.revId(), this.dependsOn,
				this.file.format());
		if (this.autogenerate.isWanted()) {
			return autogenerate(request);
		}
		new NewRevisionReport(run(), this.json.isWanted()).print(run().migrations().revision(request));
		return ExitCode.DONE;
	}

	private Integer autogenerate(NewRevisionRequest request) {
		AutogenerateResult result = run().migrations()
			.autogenerate(this.autogenerate.request(request), TerminalQuestions.of(run()));
		String nothing = result.differences().isEmpty()
				? "Nothing differs between the model and " + result.database() + ": no revision was written."
				: "What differs is left out of revisions by the application: none was written.";
		new AutogenerateReport(run(), this.json.isWanted()).print(result, DifferenceReport::sentence, nothing);
		return ExitCode.DONE;
	}

	@Override
	boolean comparesModel() {
		return this.autogenerate.isWanted();
	}

}
