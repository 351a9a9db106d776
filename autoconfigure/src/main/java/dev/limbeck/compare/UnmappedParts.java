package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a table has and its mapping cannot say out of the comparison. What goes with
 * a column that is to be removed is no such thing: it would not come back with it.
 */
final class UnmappedParts {

	private final ComparisonBuilder findings;

	private final UnmappedObjects unmapped;

	private final TablePair table;

	private final Extent extent;

	private final UnmappedChecks checks;

	private final Set<String> claimed = new HashSet<>();

	private UnmappedParts(ComparisonContext comparing, TablePair table) {
		this.findings = comparing.findings();
		this.unmapped = comparing.options().unmapped();
		this.table = table;
		this.extent = table.declared().hints().extent();
		this.checks = new UnmappedChecks(table, this.unmapped.naming());
		claim();
	}

	// Names of what is new: nothing can be kept under them
	private void claim() {
		Table database = this.table.database();
		Table wanted = this.table.normalized();
		wanted.indexes()
			.stream()
			.filter((index) -> database.indexes().stream().noneMatch((it) -> IndexComparator.isSame(it, index)))
			.forEach((index) -> this.claimed.add(String.valueOf(index.name())));
		wanted.uniqueConstraints()
			.stream()
			.filter((unique) -> database.uniqueConstraints().stream().noneMatch((it) -> haveSameColumns(it, unique)))
			.forEach((unique) -> this.claimed.add(String.valueOf(unique.name())));
		wanted.excludeConstraints()
			.stream()
			.filter((exclusion) -> database.excludeConstraints()
				.stream()
				.noneMatch((it) -> CheckComparator.isSame(it, exclusion)))
			.forEach((exclusion) -> this.claimed.add(String.valueOf(exclusion.name())));
		wanted.checkConstraints()
			.stream()
			.filter(this.checks::isNew)
			.forEach((check) -> this.claimed.add(String.valueOf(check.name())));
	}

	private static boolean haveSameColumns(UniqueConstraint one, UniqueConstraint other) {
		return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()));
	}

	private boolean isClaimed(@Nullable String name) {
		return this.claimed.contains(String.valueOf(name));
	}

	/**
	 * Return what is left to compare of a table.
	 * @param comparing is told what was kept
	 * @param table the table
	 * @return the table as it is without what is kept, and what is wanted with it
	 */
	static TablePair settle(ComparisonContext comparing, TablePair table) {
		Extent extent = table.declared().hints().extent();
		if (extent == Extent.EVERYTHING) {
			return table;
		}
		Predicate<UnmappedKind> keeps = (kind) -> comparing.options().unmapped().keeps(kind, extent);
		TableCompletion completion = new TableCompletion(comparing, table.database(), keeps);
		Table normalized = completion.complete(table.normalized());
		completion.tell(table.normalized(), normalized, comparing.findings());
		TablePair completed = new TablePair(table.database(), completion.complete(table.declared()), normalized);
		return new TablePair(new UnmappedParts(comparing, completed).mapped(), completed.declared(), normalized);
	}

	private Table mapped() {
		Table database = this.table.database();
		List<Constraint> constraints = new ArrayList<>();
		database.constraints().stream().filter((constraint) -> !isKept(constraint)).forEach(constraints::add);
		return database.withConstraints(constraints)
			.withIndexes(database.indexes().stream().filter((index) -> !isKept(index)).toList());
	}

	private boolean keeps(UnmappedKind kind, boolean sayable) {
		return this.unmapped.keeps(kind, this.extent) && (!sayable || this.extent == Extent.OUTLINE);
	}

	private boolean isKept(Index index) {
		boolean kept = keeps(UnmappedKind.INDEX, isSayable(index)) && !this.table.goesWithColumn(index)
				&& !isClaimed(index.name())
				&& this.table.normalized()
					.indexes()
					.stream()
					.noneMatch((wanted) -> IndexComparator.isSame(index, wanted));
		if (kept) {
			this.findings.kept(new KeptObject(UnmappedKind.INDEX,
					this.table.object(ObjectType.INDEX, Objects.requireNonNull(index.name())),
					IndexComparator.describe(index)));
		}
		return kept;
	}

	// What @Index has words for
	private static boolean isSayable(Index index) {
		return index.method().equals(Index.DEFAULT_METHOD) && index.where() == null && index.include().isEmpty()
				&& !index.nullsNotDistinct() && index.keys().stream().allMatch(UnmappedParts::isSayable);
	}

	private static boolean isSayable(IndexKey key) {
		return key.expression() == null && key.operatorClass() == null && key.collation() == null
				&& key.operatorClassParameters().isEmpty();
	}

	private boolean isKept(Constraint constraint) {
		UnmappedKind kind = null;
		if (constraint instanceof UniqueConstraint unique && isKept(unique)) {
			kind = UnmappedKind.UNIQUE_CONSTRAINT;
		}
		else if (constraint instanceof CheckConstraint check && isKept(check)) {
			kind = UnmappedKind.CHECK_CONSTRAINT;
		}
		else if (constraint instanceof ExcludeConstraint exclusion && isKept(exclusion)) {
			kind = UnmappedKind.EXCLUDE_CONSTRAINT;
		}
		if (kind != null) {
			this.findings.kept(
					new KeptObject(kind,
							this.table.object(constraint.accept(new ConstraintType()),
									Objects.requireNonNull(constraint.name())),
							constraint.accept(new ConstraintText())));
		}
		return kind != null;
	}

	private boolean isKept(UniqueConstraint unique) {
		boolean sayable = unique.include().isEmpty() && !unique.nullsNotDistinct() && !unique.withoutOverlaps()
				&& unique.deferrability() == Deferrability.NOT_DEFERRABLE;
		return keeps(UnmappedKind.UNIQUE_CONSTRAINT, sayable) && !this.table.goesWithColumn(unique)
				&& !isClaimed(unique.name())
				&& this.table.normalized()
					.uniqueConstraints()
					.stream()
					.noneMatch((wanted) -> haveSameColumns(wanted, unique));
	}

	private boolean isKept(CheckConstraint check) {
		return keeps(UnmappedKind.CHECK_CONSTRAINT, this.checks.isMapped(check)) && this.checks.isExtra(check)
				&& !isClaimed(check.name()) && !this.table.goesWithColumn(check);
	}

	private boolean isKept(ExcludeConstraint exclusion) {
		return keeps(UnmappedKind.EXCLUDE_CONSTRAINT, false) && !this.table.goesWithColumn(exclusion)
				&& !isClaimed(exclusion.name())
				&& this.table.normalized()
					.excludeConstraints()
					.stream()
					.noneMatch((wanted) -> CheckComparator.isSame(exclusion, wanted));
	}

}
