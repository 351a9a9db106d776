package dev.limbeck.command;

import java.time.Instant;
import java.util.List;

import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.SourceDirectories;

/**
 * Writes a new revision.
 */
final class RevisionCommand {

	private final Environment environment;

	RevisionCommand(Environment environment) {
		this.environment = environment;
	}

	List<CreatedRevision> run(NewRevisionRequest request) {
		RevisionFormat format = RevisionDrafts.format(request.format());
		SourceDirectories sources = this.environment.sourceTree().find();
		RevisionDraft draft = new RevisionDrafts(sources).draft(request);
		String message = (request.message() != null) ? request.message() : NewRevision.DEFAULT_MESSAGE;
		return List.of(CreatedRevision.of(this.environment.sourceTree()
			.writer(sources)
			.write(NewRevision.empty(draft, message, Instant.now(), format))));
	}

}
