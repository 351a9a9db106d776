package dev.limbeck.command;

import java.util.List;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;

/**
 * What came of a comparison with the application's model.
 *
 * @param revisions the revisions, in the order of writing; none if there was nothing to
 * write
 * @param differences what differs
 * @param kept what is there and the mapping of its table cannot say, which is no
 * difference
 * @param warnings what no revision mends, and what may have been renamed
 * @param database what was compared with the model
 * @param commented whether a revision has something as a comment that would lose data
 * @param undecided whether one has something as a comment of which somebody has to say
 * what it means
 * @since 0.1.0
 */
public record AutogenerateResult(List<GeneratedRevision> revisions, List<ModelDifference> differences,
		List<UnmappedObject> kept, List<String> warnings, String database, boolean commented, boolean undecided) {

	/**
	 * Create a result.
	 * @param revisions the revisions
	 * @param differences what differs
	 * @param kept what no mapping says
	 * @param warnings what no revision mends
	 * @param database what was compared
	 * @param commented whether something is a comment
	 * @param undecided whether something is to be decided
	 */
	public AutogenerateResult {
		revisions = List.copyOf(revisions);
		differences = List.copyOf(differences);
		kept = List.copyOf(kept);
		warnings = List.copyOf(warnings);
	}

}
