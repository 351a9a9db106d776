package dev.limbeck.command;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionRequest;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.SourceDirectories;
import org.jspecify.annotations.Nullable;

/**
 * Places for new revisions in the graph of the sources.
 *
 * @param sources the source directories
 */
record RevisionDrafts(SourceDirectories sources) {

	static RevisionFormat format(@Nullable String word) {
		for (RevisionFormat format : RevisionFormat.values()) {
			if (word == null || format.word().equals(word)) {
				return format;
			}
		}
		throw new InvalidRequestException("There is no format '" + word + "' of revisions",
				"Revisions are written in 'sql', 'java' or 'kotlin'.");
	}

	RevisionDraft draft(NewRevisionRequest request) {
		return draft(request, this.sources.scripts().load().graph());
	}

	/**
	 * Find a place behind revisions that were not written.
	 * @param request what is asked
	 * @param unwritten the revisions
	 * @return the place
	 */
	RevisionDraft draft(NewRevisionRequest request, List<Revision> unwritten) {
		List<Revision> all = new ArrayList<>(this.sources.scripts().load().graph().revisions());
		all.addAll(unwritten);
		return draft(request, RevisionGraph.of(all));
	}

	private RevisionDraft draft(NewRevisionRequest request, RevisionGraph graph) {
		String id = (request.revId() != null) ? RevisionIds.require(request.revId()) : RevisionIds.random();
		String location = (request.versionPath() != null) ? this.sources.versionLocation(request.versionPath()) : null;
		RevisionRequest asked = new RevisionRequest(id, List.of(request.head()), request.splice(),
				request.branchLabels(), request.dependsOn(), location);
		return graph.draft(asked, this.sources.versionLocations(), this.sources::locationOf);
	}

}
