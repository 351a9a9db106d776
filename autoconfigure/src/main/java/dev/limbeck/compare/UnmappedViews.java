package dev.limbeck.compare;

/**
 * Reports views that the target does not know, and that are dropped and created again
 * nevertheless.
 */
final class UnmappedViews {

	private UnmappedViews() {
	}

	static void report(ComparisonBuilder findings, ComparedObject view) {
		findings.problem(view,
				"The target does not know it, and it reads what changes: it is dropped before, and created again behind "
						+ "it with the query that it has.",
				"Its privileges, triggers and rules do not come back: if it has any, add them to the revision.");
	}

}
