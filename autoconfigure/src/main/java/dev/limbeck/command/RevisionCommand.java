package dev.limbeck.command;

import java.time.Instant;
import java.util.List;

import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.revision.RevisionRequest;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.RevisionIds;
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
		RevisionFormat format = format(request);
		SourceDirectories sources = this.environment.sourceTree().find();
		RevisionDraft draft = draft(request, sources);
		String message = (request.message() != null) ? request.message() : NewRevision.DEFAULT_MESSAGE;
		return List.of(CreatedRevision.of(this.environment.sourceTree()
			.writer(sources)
			.write(NewRevision.empty(draft, message, Instant.now(), format))));
	}

	private static RevisionFormat format(NewRevisionRequest request) {
		String word = request.format();
		for (RevisionFormat format : RevisionFormat.values()) {
			if (word == null || format.word().equals(word)) {
				return format;
			}
		}
		throw new InvalidRequestException("There is no format '" + word + "' of revisions",
				"Revisions are written in 'sql' or 'java'.");
	}

	private static RevisionDraft draft(NewRevisionRequest request, SourceDirectories sources) {
		String id = (request.revId() != null) ? RevisionIds.require(request.revId()) : RevisionIds.random();
		String location = (request.versionPath() != null) ? sources.versionLocation(request.versionPath()) : null;
		RevisionRequest asked = new RevisionRequest(id, List.of(request.head()), request.splice(),
				request.branchLabels(), request.dependsOn(), location);
		return sources.scripts().load().graph().draft(asked, sources.versionLocations(), sources::locationOf);
	}

}
