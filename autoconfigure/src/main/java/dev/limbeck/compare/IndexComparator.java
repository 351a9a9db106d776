package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.operation.RenameIndex;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Compares the indexes of a table or materialized view.
 */
final class IndexComparator {

	private final ComparisonBuilder findings;

	private final QualifiedName table;

	private final Predicate<String> generated;

	private final Predicate<Index> removed;

	private final UnaryOperator<Index> declared;

	private final Function<Index, Risk> rows;

	IndexComparator(ComparisonBuilder findings, QualifiedName table, Predicate<String> generated,
			Predicate<Index> removed, UnaryOperator<Index> declared, Function<Index, Risk> rows) {
		this.findings = findings;
		this.table = table;
		this.generated = generated;
		this.removed = removed;
		this.declared = declared;
		this.rows = rows;
	}

	static IndexComparator of(ComparisonContext comparing, TablePair table) {
		return new IndexComparator(comparing.findings(), table.name(), table::isGenerated, table::goesWithColumn,
				table::declared, new RowsInTheWay(comparing, table)::of);
	}

	Matching<Index> match(List<Index> database, List<Index> target) {
		return Matching.of(database, target,
				new Matching.Rules<>(Index::name, this.generated, IndexComparator::isSame, (one, other) -> false));
	}

	void compare(Matching<Index> indexes) {
		indexes.pairs().forEach((pair) -> compare(pair.database(), pair.target()));
		indexes.added()
			.forEach((index) -> unique(this.findings.added(object(index), describe(index)), index)
				.step(Phase.CREATE_INDEXES, create(index), this.rows.apply(index)));
		for (Index index : indexes.removed()) {
			dropKey(index);
			this.findings.removed(object(index), describe(index))
				.destructive(this.removed.test(index))
				.step(Phase.DROP_INDEXES, drop(index));
		}
	}

	static List<String> columns(Index index) {
		List<String> columns = new ArrayList<>(index.include());
		index.keys().stream().map(IndexKey::column).filter(Objects::nonNull).map(String::valueOf).forEach(columns::add);
		return columns;
	}

	private static DifferenceDraft unique(DifferenceDraft finding, Index index) {
		return index.unique() ? finding.mayFail() : finding;
	}

	private Operation create(Index index) {
		return new CreateIndex(this.table, this.declared.apply(index), false, false);
	}

	private Operation drop(Index index) {
		return new DropIndex(this.table, index.name(), false, false, false, index);
	}

	// A foreign key may refer to the keys of an index, and not to what that includes
	private void dropKey(Index index) {
		if (index.unique() && index.keys().stream().allMatch((key) -> key.column() != null)) {
			this.findings.droppedKey(this.table,
					index.keys().stream().map(IndexKey::column).map(Objects::requireNonNull).toList());
		}
	}

	private ComparedObject object(Index index) {
		return ComparedObject.of(ObjectType.INDEX, this.table, Objects.requireNonNull(index.name()));
	}

	private void compare(Index from, Index to) {
		if (!isSame(from, to)) {
			dropKey(from);
			unique(this.findings.changed(object(to), describe(from), describe(to)), to)
				.destructive(this.removed.test(from))
				.step(Phase.DROP_INDEXES, drop(from))
				.step(Phase.CREATE_INDEXES, create(to), this.rows.apply(to));
			return;
		}
		String oldName = Objects.requireNonNull(from.name());
		String newName = Objects.requireNonNull(to.name());
		boolean renamed = !oldName.equals(newName) && !this.generated.test(newName);
		if (renamed) {
			this.findings.renamed(object(from), newName)
				.step(Phase.RENAME_PARTS, new RenameIndex(this.table.sibling(oldName), newName));
		}
		QualifiedName name = this.table.sibling(renamed ? newName : oldName);
		if (!from.valid()) {
			rebuild(from, name);
		}
		if (to.comment() != null && !to.comment().equals(from.comment())) {
			this.findings.commented(object(from), from.comment(), to.comment())
				.step(Phase.COMMENTS,
						new CommentOnObject(ObjectKind.INDEX, name, to.comment(), new PreviousComment(from.comment())));
		}
	}

	private void rebuild(Index index, QualifiedName name) {
		this.findings.problem(object(index),
				"The index is INVALID, as CREATE INDEX CONCURRENTLY leaves it when it fails: no query uses it.",
				"The operations build it again, which locks the table. On a large one drop it and create it "
						+ "concurrently instead.");
		unique(this.findings.changed(object(index), "invalid", "valid"), index).steps(Phase.CREATE_INDEXES,
				List.of(new ExecuteSql("REINDEX INDEX ?", List.of(name))), List.of(), this.rows.apply(index),
				Risk.NONE);
	}

	static boolean isSame(Index from, Index to) {
		return from.unique() == to.unique() && from.nullsNotDistinct() == to.nullsNotDistinct()
				&& from.method().equals(to.method()) && Set.copyOf(from.include()).equals(Set.copyOf(to.include()))
				&& Conjunction.areSame(from.where(), to.where()) && areSame(from.keys(), to.keys());
	}

	private static boolean areSame(List<IndexKey> from, List<IndexKey> to) {
		boolean same = from.size() == to.size();
		for (int i = 0; same && i < from.size(); i++) {
			same = isSame(from.get(i), to.get(i));
		}
		return same;
	}

	private static boolean isSame(IndexKey from, IndexKey to) {
		return Objects.equals(from.column(), to.column()) && Objects.equals(from.expression(), to.expression())
				&& isSame(from.collation(), to.collation()) && isSame(from.operatorClass(), to.operatorClass())
				&& from.operatorClassParameters().equals(to.operatorClassParameters())
				&& from.descending() == to.descending() && from.nullsFirst() == to.nullsFirst();
	}

	private static boolean isSame(@Nullable QualifiedName from, @Nullable QualifiedName to) {
		if (from == null || to == null) {
			return from == null && to == null;
		}
		return from.name().equals(to.name());
	}

	static String describe(Index index) {
		List<String> keys = index.keys().stream().map(IndexComparator::describe).toList();
		return (index.unique() ? "unique " : "") + (index.method().equals(Index.DEFAULT_METHOD) ? "" : index.method())
				+ keys + (index.include().isEmpty() ? "" : " include " + index.include())
				+ (index.nullsNotDistinct() ? " nulls not distinct" : "")
				+ ((index.where() != null) ? " where " + index.where() : "");
	}

	private static String nulls(IndexKey key) {
		if (key.nullsFirst() == key.descending()) {
			return "";
		}
		return key.nullsFirst() ? " nulls first" : " nulls last";
	}

	private static String describe(IndexKey key) {
		return ((key.column() != null) ? key.column() : key.expression())
				+ ((key.collation() != null) ? " collation " + key.collation() : "")
				+ ((key.operatorClass() != null) ? " " + key.operatorClass() : "") + (key.descending() ? " desc" : "")
				+ nulls(key);
	}

}
