package dev.limbeck.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.operation.DropColumn;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Compares the columns of a table.
 */
final class ColumnComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final TablePair table;

	private final Set<String> retyped = new HashSet<>();

	private final Set<String> recollated = new HashSet<>();

	ColumnComparator(ComparisonContext comparing, TablePair table) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.table = table;
	}

	void compare() {
		List<Column> removed = this.table.database()
			.columns()
			.stream()
			.filter((column) -> this.table.normalized().column(column.name()) == null)
			// what is generated goes before what it is generated from
			.sorted(Comparator.comparing((Column column) -> column.generated() == null))
			.toList();
		this.table.normalized().columns().forEach(this::findType);
		for (Column column : this.table.normalized().columns()) {
			Column existing = this.table.database().column(column.name());
			if (existing != null) {
				compare(existing, column);
			}
			else {
				add(column, this.table.declared(column));
				removed.stream()
					.filter((candidate) -> !isTypeChanged(candidate, column))
					.forEach((candidate) -> candidate(candidate.name(), column.name()));
			}
		}
		removed.forEach(this::remove);
	}

	private void findType(Column wanted) {
		Column existing = this.table.database().column(wanted.name());
		if (existing != null && isTypeChanged(existing, wanted)) {
			this.retyped.add(wanted.name());
		}
		else if (existing != null && ComparisonContext.isCollationChanged(existing, wanted)) {
			this.recollated.add(wanted.name());
		}
	}

	// The columns that another is generated from, and that change their types
	private Set<String> changedSources(Column column) {
		Generated generated = column.generated();
		if (generated == null) {
			return Set.of();
		}
		return Stream.concat(this.retyped.stream(), this.recollated.stream())
			.filter((name) -> !name.equals(column.name())
					&& new NameScan(name).areOutsideLiterals(generated.expression()))
			.collect(Collectors.toSet());
	}

	private void candidate(String from, String to) {
		this.findings.candidate(new RenameCandidate(ObjectType.COLUMN, this.table.name(), QualifiedName.of(from),
				QualifiedName.of(to)));
	}

	private ComparedObject object(Column column) {
		return this.table.object(ObjectType.COLUMN, column.name());
	}

	private void add(Column normalized, Column column) {
		this.findings.held().follow(this.table.name(), column.name(), changedSources(normalized));
		new ColumnAddition(this.table.name(), column)
			.describe(this.findings.added(object(column), ColumnDescription.of(column)));
	}

	private void remove(Column column) {
		Set<String> sources = changedSources(column);
		sources.forEach((source) -> this.findings.held()
			.holdUntilDrop(this.table.name(), Objects.requireNonNull(this.table.database().column(source))));
		this.findings.removed(object(column), ColumnDescription.of(column))
			.destructive(true)
			.step(sources.isEmpty() ? Phase.DROP_COLUMNS : Phase.DROP_GENERATED,
					new DropColumn(this.table.name(), column.name(), false, false, column, List.of()));
	}

	private void compare(Column database, Column wanted) {
		Column target = numbered(database, wanted);
		Column declared = numbered(database, this.table.declared(wanted));
		ColumnAlteration alteration = new ColumnAlteration(this.comparing, this.table, database, declared);
		Set<String> sources = changedSources(database, target);
		if (!sources.isEmpty()) {
			this.findings.held().follow(this.table.name(), target.name(), sources);
			alteration.regenerated();
		}
		boolean retyped = this.retyped.contains(target.name());
		if (retyped || this.recollated.contains(target.name())) {
			new UnwritableDependents(this.findings).report(this.table.database(), database, "the revision changes");
		}
		if (retyped) {
			alteration.type();
		}
		else if (this.recollated.contains(target.name())) {
			alteration.collation();
		}
		if (isSerial(database, target)) {
			compareSerial(database, target, retyped, alteration);
		}
		else if (!isLeft(database, target) && !(ColumnCounters.isSerial(target) && database.identity() != null)) {
			compareSource(database, target, alteration);
		}
		if (database.nullable() != target.nullable()) {
			alteration.nullable();
		}
		if (!Objects.equals(database.comment(), target.comment())) {
			alteration.comment();
		}
		alteration.describe();
	}

	private Set<String> changedSources(Column database, Column target) {
		if (database.generated() == null || target.generated() == null) {
			return Set.of();
		}
		Set<String> sources = new HashSet<>(changedSources(database));
		sources.addAll(changedSources(target));
		return sources;
	}

	// An application may ask the sequence of an identity as it asks any other
	private Column numbered(Column database, Column target) {
		Identity identity = database.identity();
		QualifiedName asked = this.comparing.wanted().part(this.table.name(), target.name());
		if (identity == null || asked == null || target.identity() != null || target.serverDefault() != null
				|| !asked.equals(this.comparing.counters().part(this.table.name(), database.name()))
				|| ColumnCounters.isSerial(target)) {
			return target;
		}
		return new Column(target.name(), target.type(), target.nullable(), null,
				new Identity(false, identity.options()), null, target.collation(), target.comment());
	}

	private boolean isSerial(Column column, Column target) {
		if (ColumnCounters.isSerial(column)) {
			return true;
		}
		Sequence sequence = owned(column);
		return sequence != null && countsAs(sequence, column, target) && !column.nullable()
				&& column.type().equals(sequence.type());
	}

	private static boolean countsAs(Sequence sequence, Column column, Column target) {
		return sequence.options().equals(SequenceOptions.DEFAULTS) || (target.identity() != null
				&& CounterChange.isSame(sequence.options(), column.type(), target.identity().options(), target.type()));
	}

	private @Nullable Sequence owned(Column column) {
		Sequence sequence = this.comparing.counters().sequence(this.table.name(), column);
		SequenceOwner owner = new SequenceOwner(this.table.name(), column.name());
		return (sequence != null && owner.equals(sequence.ownedBy())) ? sequence : null;
	}

	// A serial column is as good as an identity, but not worth changing into another one
	private void compareSerial(Column database, Column target, boolean retyped, ColumnAlteration alteration) {
		if (target.serverDefault() instanceof SqlExpression expression) {
			QualifiedName own = this.comparing.counters().source(this.table.name(), database);
			if (own == null || !ColumnCounters.isNext(expression.sql(), own)) {
				alteration.serverDefault();
			}
		}
		else if (target.serverDefault() != null || target.generated() != null) {
			alteration.serverDefault();
		}
		else if (retyped && target.identity() != null) {
			alteration.identity();
		}
	}

	// Whoever asks the sequence for a number does not mind that the column would as well
	private boolean isLeft(Column database, Column target) {
		if (target.serverDefault() != null || target.identity() != null || target.generated() != null) {
			return false;
		}
		Sequence sequence = this.comparing.counters().sequence(this.table.name(), database);
		return sequence != null && (owned(database) != null
				|| sequence.name().equals(this.comparing.wanted().part(this.table.name(), target.name())));
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
		return this.comparing.isTypeChanged(this.table.name(), database, target);
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
			return database.identity() != null || target.identity() != null || ColumnCounters.isSerial(target);
		}
		return database.identity().always() != target.identity().always() || !CounterChange
			.isSame(database.identity().options(), database.type(), target.identity().options(), target.type());
	}

}
