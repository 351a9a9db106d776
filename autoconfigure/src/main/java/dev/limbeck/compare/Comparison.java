package dev.limbeck.compare;

import java.util.List;

/**
 * What differs between a database and a target.
 *
 * @param differences the differences
 * @param problems what no operation mends
 * @param renameCandidates what may have been renamed, and is reported as added and
 * removed until somebody says so
 * @param kept what the database has and the mapping of its table cannot say, which is no
 * difference
 * @param directives the operations of all differences, in an order that works
 * @since 0.1.0
 */
public record Comparison(List<Difference> differences, List<Problem> problems, List<RenameCandidate> renameCandidates,
		List<KeptObject> kept, RevisionDirectives directives) {

	/**
	 * Create a comparison.
	 * @param differences the differences
	 * @param problems what no operation mends
	 * @param renameCandidates what may have been renamed
	 * @param kept what is no difference, since the mapping cannot say it
	 * @param directives the operations of all differences, in an order that works
	 */
	public Comparison {
		differences = List.copyOf(differences);
		problems = List.copyOf(problems);
		renameCandidates = List.copyOf(renameCandidates);
		kept = List.copyOf(kept);
	}

	/**
	 * Tell whether there is no difference.
	 * @return whether there is none
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

}
