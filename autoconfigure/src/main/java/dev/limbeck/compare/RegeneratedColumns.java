package dev.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Columns that are dropped and added again, since they are generated from one that
 * changes its type. What stays and is about them goes and comes back with them. To be
 * described when all tables have been compared.
 *
 * @param findings what was found
 * @param database the database
 */
record RegeneratedColumns(ComparisonBuilder findings, Schema database) {

	private static final String CHANGE = "dropped while a column that it is about is added again, then created again";

	void describe() {
		if (this.findings.regenerated().isEmpty()) {
			return;
		}
		this.findings.all().forEach(this::waitFor);
		Schema interim = IntermediateSchema.of(this.database, this.findings.all());
		Set<Operation> waiting = Set.copyOf(drops(interim, this.findings.replaced()));
		drops(interim, this.findings.regenerated()).forEach((drop) -> describe(drop, waiting.contains(drop)));
	}

	private static List<Operation> drops(Schema interim, Map<QualifiedName, Set<String>> again) {
		Map<QualifiedName, AffectedColumns> affected = new HashMap<>();
		again.forEach((table, columns) -> affected.put(table, new AffectedColumns(columns, columns, null)));
		return new Dependents(interim, affected).drops();
	}

	// What goes only with a consent would go with the column without one
	private void waitFor(DifferenceDraft finding) {
		if (finding.isDestructive()) {
			finding.steps().stream().flatMap((step) -> step.upgrade().stream()).forEach(this::waitFor);
		}
	}

	private void waitFor(Operation operation) {
		if (operation instanceof DropIndex drop && drop.dropped() != null) {
			waitFor(drop.table(), UsedColumns.of(drop.dropped()));
		}
		else if (operation instanceof DropConstraint drop && drop.dropped() != null) {
			waitFor(drop.table(), UsedColumns.of(drop.dropped()));
		}
	}

	private void waitFor(QualifiedName name, UsedColumns used) {
		Table table = this.database.table(name);
		if (table != null) {
			this.findings.regenerated()
				.getOrDefault(name, Set.of())
				.stream()
				.filter(used::contain)
				.forEach((column) -> this.findings.held().holdSources(table, column));
		}
	}

	private void describe(Operation drop, boolean waits) {
		if (drop instanceof DropIndex index) {
			Index dropped = Objects.requireNonNull(index.dropped());
			rebuild(ComparedObject.of(ObjectType.INDEX, index.table(), Objects.requireNonNull(dropped.name())),
					IndexComparator.describe(dropped), drop, Phase.CREATE_INDEXES, waits);
		}
		else if (drop instanceof DropConstraint constraint) {
			Constraint dropped = Objects.requireNonNull(constraint.dropped());
			rebuild(ComparedObject.of(dropped.accept(new ConstraintType()), constraint.table(),
					Objects.requireNonNull(dropped.name())), dropped.accept(new ConstraintText()), drop,
					(dropped instanceof ForeignKey) ? Phase.CREATE_FOREIGN_KEYS : Phase.CREATE_CONSTRAINTS, waits);
		}
	}

	private void rebuild(ComparedObject object, String text, Operation drop, Phase creation, boolean waits) {
		Operation create = Objects.requireNonNull(drop.inverse());
		this.findings.inTheWay(object, CHANGE, text)
			.destructive(waits)
			.step(Phase.CLEAR_GENERATED, drop)
			.step(creation, create, drop);
	}

}
