package dev.limbeck.command;

import java.util.List;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScripts;

/**
 * Shows the revisions of a range, newest first.
 */
final class HistoryCommand {

	private final Environment environment;

	HistoryCommand(Environment environment) {
		this.environment = environment;
	}

	List<RevisionEntry> run(HistoryRequest request) {
		RevisionScripts scripts = this.environment.load();
		if (!request.indicateCurrent() && !RevisionGraph.needsCurrentHeads(request.range())) {
			return RevisionEntries.of(scripts).describe(scripts.graph().history(List.of(), request.range()));
		}
		List<String> rows = this.environment.readRows();
		return RevisionEntries.of(scripts, rows).describe(scripts.graph().history(rows, request.range()));
	}

}
