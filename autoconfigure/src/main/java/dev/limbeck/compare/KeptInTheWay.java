package dev.limbeck.compare;

import java.util.Set;

/**
 * Reports what is kept and may not fit a column whose values are converted. The server
 * carries it along, or it is added again, in the words that it has: only its author knows
 * what it is to say of the new type.
 *
 * @param findings what was found, and is told
 */
record KeptInTheWay(ComparisonBuilder findings) {

	private static final Set<UnmappedKind> CARRIED = Set.of(UnmappedKind.INDEX, UnmappedKind.CHECK_CONSTRAINT,
			UnmappedKind.EXCLUDE_CONSTRAINT);

	void report() {
		for (ComparedObject column : this.findings.converted()) {
			this.findings.kept()
				.stream()
				.filter((kept) -> CARRIED.contains(kept.kind()) || kept.generates())
				.filter((kept) -> isAbout(kept, column))
				.forEach((kept) -> report(kept.object(), column.name().name()));
		}
	}

	private static boolean isAbout(KeptObject kept, ComparedObject column) {
		boolean itself = kept.object().equals(column);
		return !itself && column.table() != null && column.table().equals(kept.object().table())
				&& new NameScan(column.name().name()).areOutsideLiterals(kept.description());
	}

	private void report(ComparedObject kept, String column) {
		this.findings.problem(kept,
				"It is kept, and is about column '" + column + "', whose values are to be converted.",
				"If the server refuses the change, drop it before it and create it again behind it, in words that fit "
						+ "the new type.");
	}

}
