package dev.limbeck.command;

import java.time.Instant;
import java.util.List;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.revision.RevisionRequest;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.SourceDirectories;

/**
 * Writes a revision that merges others.
 */
final class MergeCommand {

	private final Environment environment;

	MergeCommand(Environment environment) {
		this.environment = environment;
	}

	CreatedRevision run(MergeRequest request) {
		if (request.revisions().isEmpty()) {
			throw new InvalidRequestException("There is nothing to merge",
					"Name the revisions to merge, or 'heads' for all heads.");
		}
		SourceDirectories sources = this.environment.sourceTree().find();
		RevisionDraft draft = draft(request, sources);
		String message = (request.message() != null) ? request.message()
				: "merge " + String.join(", ", draft.downRevisions());
		return CreatedRevision
			.of(this.environment.sourceTree().writer(sources).write(NewRevision.empty(draft, message, Instant.now())));
	}

	private static RevisionDraft draft(MergeRequest request, SourceDirectories sources) {
		String id = (request.revId() != null) ? RevisionIds.require(request.revId()) : RevisionIds.random();
		RevisionRequest asked = new RevisionRequest(id, request.revisions(), request.splice(), request.branchLabels(),
				List.of(), null);
		return sources.scripts().load().graph().draft(asked, sources.versionLocations(), sources::locationOf);
	}

}
