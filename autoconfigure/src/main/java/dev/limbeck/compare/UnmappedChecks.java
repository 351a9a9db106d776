package dev.limbeck.compare;

import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;

/**
 * Tells the checks that somebody has added from those that have come of a mapping. A
 * mapping has checks, too, so that one that only the database has may be one of those
 * that it had before: it has a name by the convention, or is about what a new one is
 * about, as when an enum gets a value. To keep that one would forbid what the mapping
 * allows.
 *
 * @param table the table
 * @param naming names the checks that a mapping has not named
 */
record UnmappedChecks(TablePair table, NamingConvention naming) {

	boolean isExtra(CheckConstraint check) {
		return this.table.normalized()
			.checkConstraints()
			.stream()
			.noneMatch((wanted) -> Conjunction.areSame(wanted.condition(), check.condition()));
	}

	boolean isMapped(CheckConstraint check) {
		return this.naming.isGenerated(this.table.name(), check) || isReplaced(columns(check));
	}

	// A check of the whole row names no column, and is nobody's predecessor
	private boolean isReplaced(Set<String> columns) {
		return !columns.isEmpty() && this.table.normalized()
			.checkConstraints()
			.stream()
			.filter(this::isNew)
			.anyMatch((wanted) -> columns(wanted).containsAll(columns));
	}

	boolean isNew(CheckConstraint wanted) {
		return this.table.database()
			.checkConstraints()
			.stream()
			.noneMatch((there) -> Conjunction.areSame(there.condition(), wanted.condition()));
	}

	private Set<String> columns(CheckConstraint check) {
		return this.table.database()
			.columns()
			.stream()
			.map(Column::name)
			.filter((name) -> new NameScan(name).areOutsideLiterals(check.condition()))
			.collect(Collectors.toSet());
	}

}
