package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;

/**
 * Takes over into a table what it has in the database, where the mapping says nothing of
 * it and the thing that has it is mapped.
 *
 * @param comparing knows types
 * @param database the table as it is
 * @param keeps whether a kind is taken over
 */
record TableCompletion(ComparisonContext comparing, Table database, Predicate<UnmappedKind> keeps) {

	Table complete(Table target) {
		ConstraintCompletion constraints = new ConstraintCompletion(this.database, this.keeps,
				(further) -> mapped(target, further));
		boolean commented = target.comment() != null || !this.keeps.test(UnmappedKind.COMMENT);
		return target.withColumns(target.columns().stream().map(this::complete).toList())
			.withConstraints(target.constraints().stream().map((each) -> each.accept(constraints)).toList())
			.withIndexes(target.indexes().stream().map((index) -> complete(target, index)).toList())
			.withComment(commented ? target.comment() : this.database.comment());
	}

	private Column complete(Column column) {
		Column there = this.database.column(column.name());
		return (there != null)
				? new ColumnCompletion(this.comparing, this.database.name(), this.keeps).complete(column, there)
				: column;
	}

	// What a key carries goes with its column
	private static List<String> mapped(Table target, List<String> columns) {
		return columns.stream().filter((column) -> target.column(column) != null).toList();
	}

	private Index complete(Table target, Index index) {
		List<Index> all = this.database.indexes();
		if (!this.keeps.test(UnmappedKind.INDEX) || all.stream().anyMatch((it) -> IndexComparator.isSame(it, index))) {
			return index;
		}
		return all.stream()
			.filter((there) -> IndexComparator.isSame(there, completed(index, there, there.include())))
			.map((there) -> completed(index, there, mapped(target, there.include())))
			.findFirst()
			.orElse(index);
	}

	private static Index completed(Index index, Index there, List<String> include) {
		return new Index(index.name(), index.keys(), index.unique(),
				index.nullsNotDistinct() || (index.unique() && there.nullsNotDistinct()), index.method(),
				index.include().isEmpty() ? include : index.include(), index.where(), index.storageParameters(),
				index.tablespace(), index.valid(), index.comment());
	}

	/**
	 * Tell what was taken over.
	 * @param before what the mapping says
	 * @param after the same, completed
	 * @param findings are told
	 */
	void tell(Table before, Table after, ComparisonBuilder findings) {
		if (!Objects.equals(before.comment(), after.comment())) {
			findings.kept(new KeptObject(UnmappedKind.COMMENT, ComparedObject.of(ObjectType.TABLE, before.name()),
					"comment " + ColumnDescription.quoted(after.comment())));
		}
		for (int i = 0; i < before.columns().size(); i++) {
			tell(before, before.columns().get(i), after.columns().get(i), findings);
		}
		for (int i = 0; i < before.constraints().size(); i++) {
			Constraint constraint = after.constraints().get(i);
			if (!constraint.equals(before.constraints().get(i))) {
				findings.kept(kept(before, constraint));
			}
		}
		for (int i = 0; i < before.indexes().size(); i++) {
			Index index = after.indexes().get(i);
			if (!index.equals(before.indexes().get(i))) {
				findings.kept(kept(before, index));
			}
		}
	}

	private static void tell(Table table, Column before, Column after, ComparisonBuilder findings) {
		ComparedObject object = ComparedObject.of(ObjectType.COLUMN, table.name(), before.name());
		if (!Objects.equals(before.comment(), after.comment())) {
			findings.kept(new KeptObject(UnmappedKind.COMMENT, object,
					"comment " + ColumnDescription.quoted(after.comment())));
		}
		Identity wanted = before.identity();
		Identity identity = after.identity();
		boolean defaulted = !Objects.equals(before.serverDefault(), after.serverDefault())
				|| !Objects.equals(before.generated(), after.generated())
				|| (wanted != null && identity != null && wanted.always() != identity.always());
		if (defaulted) {
			findings.kept(new KeptObject(UnmappedKind.DEFAULT, object, ColumnCompletion.describe(before, after)));
		}
		if (wanted != null && identity != null) {
			CounterChange.tellKept(object, wanted.options(), identity.options(), findings);
		}
	}

	// They are told under the names that the database has for them
	private KeptObject kept(Table table, Constraint constraint) {
		UnmappedKind kind = (constraint instanceof ForeignKey) ? UnmappedKind.FOREIGN_KEY_ACTION
				: UnmappedKind.UNIQUE_CONSTRAINT;
		String text = constraint.accept(new ConstraintText());
		String name = this.database.constraints()
			.stream()
			.filter((there) -> there.getClass() == constraint.getClass()
					&& there.accept(new ConstraintText()).equals(text))
			.map(Constraint::name)
			.findFirst()
			.orElse(constraint.name());
		return new KeptObject(kind,
				ComparedObject.of(constraint.accept(new ConstraintType()), table.name(), Objects.requireNonNull(name)),
				text);
	}

	private KeptObject kept(Table table, Index index) {
		String name = this.database.indexes()
			.stream()
			.filter((there) -> IndexComparator.isSame(there, index))
			.map(Index::name)
			.findFirst()
			.orElse(index.name());
		return new KeptObject(UnmappedKind.INDEX,
				ComparedObject.of(ObjectType.INDEX, table.name(), Objects.requireNonNull(name)),
				IndexComparator.describe(index));
	}

}
