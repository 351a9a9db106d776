package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.dialect.CreationRank;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;

/**
 * Takes a table apart into what is created with it and what comes later.
 */
final class TableCreation {

	private final QualifiedName name;

	private final Table table;

	private final ObjectAddress address;

	private final CreationGraph graph;

	TableCreation(Table table, CreationGraph graph) {
		this.name = table.name();
		this.table = table;
		this.address = ObjectAddress.relation(table.name());
		this.graph = graph;
	}

	void add() {
		List<Column> columns = this.table.columns().stream().map(this::column).toList();
		List<Constraint> constraints = this.table.constraints().stream().filter(this::isWithin).toList();
		List<Index> indexes = this.table.indexes()
			.stream()
			.filter((index) -> !isPartial(index) && isWithin(index))
			.toList();
		Table created = this.table.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
		this.graph.add(CreationStep.of(this.address, CreationRank.TABLE, ComparedObject.of(ObjectType.TABLE, this.name),
				new CreateTable(created, false)));
	}

	private ObjectAddress part(Kind kind, String part) {
		return new ObjectAddress(kind, this.name, part);
	}

	private Column column(Column column) {
		ObjectAddress part = part(Kind.DEFAULT, column.name());
		if (column.serverDefault() == null || this.graph.include(part, this.address)) {
			return column;
		}
		Column plain = new Column(column.name(), column.type(), column.nullable(), null, null, null, column.collation(),
				column.comment());
		later(part, CreationRank.DEFAULT, ComparedObject.of(ObjectType.COLUMN, this.name, column.name()),
				new AlterColumn(this.name, column.name(), List.of(new ColumnChange.SetDefault(column.serverDefault())),
						plain));
		return plain;
	}

	private boolean isWithin(Constraint constraint) {
		ObjectAddress part = part(Kind.CONSTRAINT, Objects.requireNonNull(constraint.name()));
		boolean evaluated = !(constraint instanceof CheckConstraint) && needsRoutine(part);
		if (!evaluated && this.graph.include(part, this.address)) {
			return true;
		}
		CreationRank rank = (constraint instanceof ForeignKey) ? CreationRank.FOREIGN_KEY : CreationRank.CONSTRAINT;
		later(part, rank, ComparedObject.of(constraint.accept(new ConstraintType()), this.name, constraint.name()),
				Objects.requireNonNull(DropConstraint.of(this.name, constraint).inverse()));
		return false;
	}

	// Not all partitions have it, so it comes behind them
	private boolean isPartial(Index index) {
		return !index.valid() && this.table.options().partitionBy() != null;
	}

	private boolean isWithin(Index index) {
		ObjectAddress part = part(Kind.INDEX, Objects.requireNonNull(index.name()));
		if (!needsRoutine(part) && this.graph.include(part, this.address)) {
			return true;
		}
		later(part, CreationRank.INDEX, ComparedObject.of(ObjectType.INDEX, this.name, index.name()),
				new CreateIndex(this.name, index, false, false));
		return false;
	}

	// Even for a table without rows the server looks into a function in SQL
	private boolean needsRoutine(ObjectAddress part) {
		return this.graph.needs(part).stream().anyMatch((needed) -> needed.kind() == Kind.ROUTINE);
	}

	private void later(ObjectAddress part, CreationRank rank, ComparedObject object, Operation operation) {
		this.graph.need(part, this.address);
		this.graph.add(CreationStep.of(part, rank, object, operation).unreported());
	}

}
