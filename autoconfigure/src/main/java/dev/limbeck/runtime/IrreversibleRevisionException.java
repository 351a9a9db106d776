package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;

/**
 * A downgrade would have to take back revisions that have no downgrade section.
 *
 * @since 0.1.0
 */
public class IrreversibleRevisionException extends MigrationException {

	private final List<String> revisions;

	IrreversibleRevisionException(List<String> revisions, String message, String action) {
		super(message, action);
		this.revisions = List.copyOf(revisions);
	}

	static List<RevisionScript> find(List<? extends MigrationStep> steps, RevisionScripts revisions) {
		return steps.stream()
			.filter((step) -> step.direction() == Direction.DOWNGRADE)
			.map((step) -> revisions.get(step.historyId()))
			.filter((script) -> !script.hasDowngrade())
			.toList();
	}

	static IrreversibleRevisionException of(List<RevisionScript> scripts, String state) {
		List<String> ids = scripts.stream().map((script) -> script.revision().id()).toList();
		List<String> names = scripts.stream()
			.map((script) -> script.revision().id() + " (" + script.file() + ")")
			.toList();
		boolean one = ids.size() == 1;
		return new IrreversibleRevisionException(ids,
				"The downgrade would have to take back " + (one ? "a revision that has" : "revisions that have")
						+ " no downgrade: " + String.join(", ", names) + ". " + state,
				"Write what takes " + (one ? "it" : "them") + " back behind a line '-- migrate:downgrade' in "
						+ (one ? "the file" : "each file") + ", or in a method 'downgrade' if it is a class"
						+ " (with nothing behind it if there is nothing to do), or choose a target that keeps "
						+ (one ? "it" : "them") + ".");
	}

	/**
	 * Return the revisions that stand in the way.
	 * @return their ids, in the order of the downgrade
	 */
	public List<String> getRevisions() {
		return this.revisions;
	}

}
