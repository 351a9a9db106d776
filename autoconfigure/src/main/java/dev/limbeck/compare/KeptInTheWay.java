package dev.limbeck.compare;

import java.util.Set;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.schema.QualifiedName;

/**
 * Reports what is kept and may be in the way of a column that changes its type. Nobody
 * but its author knows what it is to say of the new one.
 *
 * @param findings what was found, and is told
 */
record KeptInTheWay(Findings findings) {

	private static final Set<UnmappedKind> REBUILT = Set.of(UnmappedKind.INDEX, UnmappedKind.CHECK_CONSTRAINT,
			UnmappedKind.EXCLUDE_CONSTRAINT);

	void report() {
		for (Finding finding : this.findings.all()) {
			finding.steps()
				.stream()
				.flatMap((step) -> step.upgrade().stream())
				.filter(AlterColumn.class::isInstance)
				.map(AlterColumn.class::cast)
				.filter((alteration) -> alteration.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance))
				.forEach((alteration) -> report(alteration.table(), alteration.column()));
		}
	}

	private void report(QualifiedName table, String column) {
		Identifiers name = new Identifiers(column);
		boolean converted = this.findings.isConverted(table, column);
		this.findings.kept()
			.stream()
			.filter((kept) -> table.equals(kept.object().table()) && name.areOutsideLiterals(kept.description()))
			.forEach((kept) -> {
				if (kept.generates() && !kept.object().name().name().equals(column)) {
					this.findings.problem(kept.object(),
							"It is generated from column '" + column + "', whose type is to change, which PostgreSQL "
									+ "refuses.",
							"In the revision, drop this column before the change and add it again behind it: its values "
									+ "are computed anew.");
				}
				else if (converted && REBUILT.contains(kept.kind())) {
					this.findings.problem(kept.object(),
							"It is kept, and is about column '" + column + "', whose values are to be converted.",
							"If the server refuses the change, drop it before it and create it again behind it, in words "
									+ "that fit the new type.");
				}
			});
	}

}
