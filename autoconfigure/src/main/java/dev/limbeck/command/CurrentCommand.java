package dev.limbeck.command;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.revision.Revision;
import dev.limbeck.runtime.ObservedConnections;
import dev.limbeck.script.RevisionScripts;

/**
 * Shows where the database is.
 */
final class CurrentCommand {

	private final Environment environment;

	CurrentCommand(Environment environment) {
		this.environment = environment;
	}

	CurrentResult run() {
		ObservedConnections connections = new ObservedConnections(this.environment.connections());
		RevisionScripts scripts = this.environment.load();
		List<String> rows = this.environment.readRows(connections).stream().sorted().toList();
		Set<String> heads = new HashSet<>(scripts.graph().heads().stream().map(Revision::id).toList());
		return new CurrentResult(RevisionEntries.of(scripts, rows).describe(scripts.graph().current(rows)), rows,
				heads.equals(Set.copyOf(rows)), Objects.requireNonNullElse(connections.database(), ""));
	}

}
