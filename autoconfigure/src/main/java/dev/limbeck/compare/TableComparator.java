package dev.limbeck.compare;

import java.util.Objects;

import dev.limbeck.operation.CommentOnConstraint;
import dev.limbeck.operation.CommentOnTable;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Compares a table that is there with what it is to be.
 */
final class TableComparator {

	private final ComparisonBuilder findings;

	private final ComparisonContext comparing;

	private final TablePair table;

	private final ForeignKeyComparator foreignKeys;

	TableComparator(ComparisonContext comparing, TablePair table) {
		this.findings = comparing.findings();
		this.comparing = comparing;
		this.table = table;
		this.foreignKeys = new ForeignKeyComparator(comparing, table);
	}

	void compare() {
		Table from = this.table.database();
		Table to = this.table.normalized();
		ComparedObject object = ComparedObject.of(ObjectType.TABLE, this.table.name());
		if (!Objects.equals(from.comment(), to.comment())) {
			this.findings.commented(object, from.comment(), to.comment())
				.step(Phase.COMMENTS,
						new CommentOnTable(this.table.name(), to.comment(), new PreviousComment(from.comment())));
		}
		if (to.options().partitionBy() != null
				&& !Objects.equals(from.options().partitionBy(), to.options().partitionBy())) {
			this.findings.problem(object,
					"The table is to be partitioned by %s, and is by %s. No statement changes that.".formatted(
							to.options().partitionBy(), Objects.toString(from.options().partitionBy(), "nothing")),
					"Create a new table, copy the rows, and rename.");
		}
		if (this.comparing.options().hasComparators() || !from.columns().equals(to.columns())) {
			new ColumnComparator(this.comparing, this.table).compare();
		}
		compareConstraints(from, to);
	}

	private void compareConstraints(Table from, Table to) {
		compareKeys(from, to);
		CheckComparator checks = new CheckComparator(this.comparing, this.table);
		if (!from.checkConstraints().equals(to.checkConstraints())) {
			checks.compareChecks();
		}
		if (!from.excludeConstraints().equals(to.excludeConstraints())) {
			checks.compareExclusions();
		}
		this.foreignKeys.compare();
		compareComments(from);
	}

	private void compareKeys(Table from, Table to) {
		KeyComparator keys = new KeyComparator(this.comparing, this.table);
		keys.comparePrimaryKey();
		if (from.uniqueConstraints().equals(to.uniqueConstraints()) && from.indexes().equals(to.indexes())
				&& from.indexes().stream().allMatch(Index::valid)) {
			return;
		}
		IndexComparator indexes = IndexComparator.of(this.comparing, this.table);
		Matching<UniqueConstraint> matchedKeys = keys.match();
		Matching<Index> matchedIndexes = indexes.match(from.indexes(), to.indexes());
		keys.compareUniqueConstraints(matchedKeys, matchedIndexes);
		indexes.compare(matchedIndexes);
	}

	// A target that says nothing about the comment of a constraint does not mind any
	private void compareComments(Table from) {
		if (this.table.declared().constraints().stream().anyMatch((constraint) -> constraint.comment() != null)) {
			from.constraints().forEach(this::compareComment);
		}
	}

	private void compareComment(Constraint from) {
		String name = Objects.requireNonNull(from.name());
		for (Constraint to : this.table.declared().constraints()) {
			if (name.equals(to.name()) && to.comment() != null && !to.comment().equals(from.comment())) {
				ObjectType type = to.accept(new ConstraintType());
				this.findings.commented(this.table.object(type, name), from.comment(), to.comment())
					.step(Phase.COMMENTS, new CommentOnConstraint(this.table.name(), name, to.comment(),
							new PreviousComment(from.comment())));
			}
		}
	}

	/**
	 * Drop the foreign keys that stay for as long as what they refer to, or with, is
	 * being changed. To be called when all tables have been compared.
	 */
	void rebuildForeignKeys() {
		this.foreignKeys.rebuild();
	}

}
