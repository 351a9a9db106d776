package dev.limbeck.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Opens revision files in an editor.
 */
@Command(name = "edit", description = "Edit revision files in EDITOR or VISUAL.")
final class EditCliCommand extends CliCommand {

	@Parameters(paramLabel = "REVISION",
			description = "A revision, a branch label, head, heads, or current, which asks the database.")
	private String target = "";

	EditCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		List<Path> files = run().migrations().files(this.target);
		Editor.find(run().environment()).open(files);
		return ExitCode.DONE;
	}

}
