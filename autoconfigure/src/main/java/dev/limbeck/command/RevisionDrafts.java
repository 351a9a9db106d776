package dev.limbeck.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.autogenerate.ComparisonException;
import dev.limbeck.failure.InvalidRequestException;
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
		return draft(request, load());
	}

	RevisionGraph load() {
		return this.sources.scripts().load().graph();
	}

	/**
	 * Refuse to write if there are other revisions than those that were compared: what is
	 * new would be in none of them, and be there twice.
	 * @param compared the revisions that were compared
	 * @throws ComparisonException if a revision has come, gone or changed its place
	 */
	void requireSame(RevisionGraph compared) {
		Set<Revision> changed = new LinkedHashSet<>(load().revisions());
		Set<Revision> gone = new LinkedHashSet<>(compared.revisions());
		gone.removeAll(changed);
		compared.revisions().forEach(changed::remove);
		changed.addAll(gone);
		if (!changed.isEmpty()) {
			throw ComparisonException.changedMeanwhile(changed.stream().map(Revision::id).distinct().toList());
		}
	}

	/**
	 * Find a place behind revisions that were not written.
	 * @param request what is asked
	 * @param unwritten the revisions
	 * @return the place
	 */
	RevisionDraft draft(NewRevisionRequest request, List<Revision> unwritten) {
		List<Revision> all = new ArrayList<>(load().revisions());
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
