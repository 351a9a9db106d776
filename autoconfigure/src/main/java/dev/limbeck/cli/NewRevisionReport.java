package dev.limbeck.cli;

import java.util.List;
import java.util.Map;

import dev.limbeck.command.CreatedRevision;

/**
 * Tells which revisions were written.
 */
final class NewRevisionReport {

	private final CommandRun run;

	private final boolean json;

	NewRevisionReport(CommandRun run, boolean json) {
		this.run = run;
		this.json = json;
	}

	void print(List<CreatedRevision> revisions) {
		if (this.json) {
			this.run.printJson(Map.of("created", JsonShape.list(revisions, JsonShape::created)));
			return;
		}
		revisions.forEach((revision) -> this.run.print("Created " + revision.file()));
	}

}
