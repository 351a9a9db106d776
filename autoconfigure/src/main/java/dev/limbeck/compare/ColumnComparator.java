package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.DropColumn;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;

/**
 * Compares the columns of a table.
 */
final class ColumnComparator {

	private final Comparing comparing;

	private final Findings findings;

	private final TablePair table;

	ColumnComparator(Comparing comparing, TablePair table) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.table = table;
	}

	void compare() {
		List<Column> removed = this.table.database()
			.columns()
			.stream()
			.filter((column) -> this.table.normalized().column(column.name()) == null)
			.toList();
		for (Column column : this.table.normalized().columns()) {
			Column existing = this.table.database().column(column.name());
			if (existing != null) {
				compare(existing, column);
			}
			else {
				add(this.table.declared(column));
				removed.stream()
					.filter((candidate) -> !isTypeChanged(candidate, column))
					.forEach((candidate) -> candidate(candidate.name(), column.name()));
			}
		}
		removed.forEach(this::remove);
	}

	private void candidate(String from, String to) {
		this.findings.candidate(new RenameCandidate(ObjectType.COLUMN, this.table.name(), QualifiedName.of(from),
				QualifiedName.of(to)));
	}

	private ComparedObject object(Column column) {
		return this.table.object(ObjectType.COLUMN, column.name());
	}

	private void add(Column column) {
		new ColumnAddition(this.table.name(), column).describe(this.findings.added(object(column)));
	}

	private void remove(Column column) {
		this.findings.rebuilt(this.table.name());
		this.findings.removed(object(column))
			.destructive(true)
			.step(Phase.DROP_COLUMNS,
					new DropColumn(this.table.name(), column.name(), false, false, column, List.of()));
	}

	private void compare(Column database, Column target) {
		Column declared = this.table.declared(target);
		ColumnAlteration alteration = new ColumnAlteration(this.comparing, this.table.name(), database, declared);
		if (isTypeChanged(database, target)) {
			alteration.type();
		}
		else if (isCollationChanged(database, target)) {
			alteration.collation();
		}
		boolean serial = isSerial(database);
		boolean numbered = serial || (isSerial(target) && database.identity() != null);
		boolean left = serial && target.serverDefault() == null && target.generated() == null;
		if (!left && !numbered) {
			compareSource(database, target, alteration);
		}
		else if (serial && !left) {
			alteration.serverDefault();
		}
		if (database.nullable() != target.nullable()) {
			alteration.nullable();
		}
		if (!Objects.equals(database.comment(), target.comment())) {
			alteration.comment();
		}
		alteration.describe();
	}

	private static boolean isSerial(Column column) {
		return column.type().name().endsWith("serial");
	}

	private void compareSource(Column database, Column target, ColumnAlteration alteration) {
		if (isDefaultChanged(database, target)) {
			alteration.serverDefault();
		}
		if (isIdentityChanged(database, target)) {
			alteration.identity();
		}
		if (!Objects.equals(database.generated(), target.generated())) {
			alteration.generated();
		}
	}

	private boolean isTypeChanged(Column database, Column target) {
		for (TypeComparator comparator : this.comparing.options().typeComparators()) {
			Boolean opinion = comparator.differs(this.table.name(), database, target);
			if (opinion != null) {
				return opinion;
			}
		}
		return !this.comparing.rules().satisfies(base(database.type(), target.type()), target.type());
	}

	// A column of a domain is as good as one of the type that the domain is made of
	private ColumnType base(ColumnType database, ColumnType target) {
		return (this.comparing.domain(target) != null) ? database : this.comparing.base(database);
	}

	private static boolean isCollationChanged(Column database, Column target) {
		QualifiedName wanted = target.collation();
		QualifiedName actual = database.collation();
		if (wanted == null) {
			return false;
		}
		return actual == null || !actual.name().equals(wanted.name());
	}

	private boolean isDefaultChanged(Column database, Column target) {
		for (DefaultComparator comparator : this.comparing.options().defaultComparators()) {
			Boolean opinion = comparator.differs(this.table.name(), database, target);
			if (opinion != null) {
				return opinion;
			}
		}
		return !Objects.equals(database.serverDefault(), target.serverDefault());
	}

	private static boolean isIdentityChanged(Column database, Column target) {
		if (database.identity() == null || target.identity() == null) {
			return database.identity() != null || target.identity() != null || isSerial(target);
		}
		return database.identity().always() != target.identity().always() || !CounterChange
			.isSame(database.identity().options(), database.type(), target.identity().options(), target.type());
	}

}
