package dev.limbeck.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.Revision;

/**
 * Records of applied revisions that they are as they should be.
 */
final class AcceptCommand {

	private final Environment environment;

	AcceptCommand(Environment environment) {
		this.environment = environment;
	}

	List<AcceptedEntry> run(List<String> targets) {
		requireTargets(targets);
		return this.environment.runner()
			.accept(this.environment.connections(), targets)
			.stream()
			.map(AcceptedEntry::of)
			.toList();
	}

	void print(List<String> targets, Appendable out) {
		requireTargets(targets);
		OfflineMode offline = new OfflineMode(this.environment, Map.of(), null);
		Set<Revision> revisions = new LinkedHashSet<>();
		targets.forEach((target) -> revisions.addAll(offline.scripts().graph().resolve(target)));
		offline.printAcceptance(List.copyOf(revisions), out);
	}

	private static void requireTargets(List<String> targets) {
		if (targets.isEmpty()) {
			throw new InvalidRequestException("There is nothing to accept", "Name the revisions.");
		}
	}

}
