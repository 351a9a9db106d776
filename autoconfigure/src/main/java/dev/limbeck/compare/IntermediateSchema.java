package dev.limbeck.compare;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropTable;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.operation.RenameIndex;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * A database in the middle of an upgrade: what is in the way of something is dropped, the
 * rest has its new name, and nothing is created yet. In the middle of the downgrade it is
 * the same.
 */
final class IntermediateSchema {

	private static final Set<Phase> DONE = EnumSet.range(Phase.DROP_VIEWS, Phase.RENAME_PARTS);

	private final Schema database;

	// Tables, views and indexes
	private final Set<QualifiedName> dropped = new HashSet<>();

	private final Set<Part> droppedConstraints = new HashSet<>();

	private final Set<Part> droppedDefaults = new HashSet<>();

	private final Map<QualifiedName, String> renamedIndexes = new HashMap<>();

	private final Map<Part, String> renamedConstraints = new HashMap<>();

	private IntermediateSchema(Schema database) {
		this.database = database;
	}

	/**
	 * Return what there is then.
	 * @param database what there is before
	 * @param findings what is done
	 * @return tables, views and enum types
	 */
	static Schema of(Schema database, List<DifferenceDraft> findings) {
		IntermediateSchema interim = new IntermediateSchema(database);
		findings.stream()
			.flatMap((finding) -> finding.steps().stream())
			.filter((step) -> DONE.contains(step.phase()))
			.flatMap((step) -> step.upgrade().stream())
			.forEach(interim::pass);
		return interim.schema();
	}

	private void pass(Operation operation) {
		if (operation instanceof DropTable drop) {
			this.dropped.add(drop.table());
		}
		else if (operation instanceof DropView drop) {
			this.dropped.add(drop.view());
		}
		else if (operation instanceof DropMaterializedView drop) {
			this.dropped.add(drop.view());
		}
		else if (operation instanceof DropIndex drop) {
			this.dropped.add(drop.table().sibling(Objects.requireNonNull(drop.name())));
		}
		else if (operation instanceof DropConstraint drop) {
			this.droppedConstraints.add(new Part(drop.table(), Objects.requireNonNull(drop.name())));
		}
		else if (operation instanceof AlterColumn alter) {
			this.droppedDefaults.add(new Part(alter.table(), alter.column()));
		}
		else if (operation instanceof RenameIndex rename) {
			this.renamedIndexes.put(rename.index(), rename.newName());
		}
		else if (operation instanceof RenameConstraint rename) {
			this.renamedConstraints.put(new Part(rename.table(), rename.name()), rename.newName());
		}
	}

	private Schema schema() {
		return new Schema(List.of(), List.of(), this.database.enumTypes(), List.of(),
				this.database.tables().stream().filter((table) -> isLeft(table.name())).map(this::table).toList(),
				this.database.views().stream().filter((view) -> isLeft(view.name())).toList(),
				this.database.materializedViews().stream().filter((view) -> isLeft(view.name())).toList(),
				this.database.routines(), this.database.domains());
	}

	private boolean isLeft(QualifiedName name) {
		return !this.dropped.contains(name);
	}

	private Table table(Table table) {
		return table.withColumns(table.columns().stream().map((column) -> column(table, column)).toList())
			.withConstraints(table.constraints().stream().flatMap((each) -> constraint(table, each)).toList())
			.withIndexes(table.indexes().stream().flatMap((index) -> index(table, index)).toList());
	}

	private Column column(Table table, Column column) {
		return this.droppedDefaults.contains(new Part(table.name(), column.name()))
				? new Column(column.name(), column.type(), column.nullable(), null, column.identity(),
						column.generated(), column.collation(), column.comment())
				: column;
	}

	private Stream<Constraint> constraint(Table table, Constraint constraint) {
		Part part = new Part(table.name(), Objects.requireNonNull(constraint.name()));
		if (this.droppedConstraints.contains(part)) {
			return Stream.empty();
		}
		String newName = this.renamedConstraints.get(part);
		return Stream.of((newName != null) ? constraint.withName(newName) : constraint);
	}

	private Stream<Index> index(Table table, Index index) {
		QualifiedName name = table.name().sibling(Objects.requireNonNull(index.name()));
		if (!isLeft(name)) {
			return Stream.empty();
		}
		String newName = this.renamedIndexes.get(name);
		return Stream.of((newName != null) ? index.withName(newName) : index);
	}

	/**
	 * A constraint or a column.
	 *
	 * @param table the table
	 * @param name the name
	 */
	private record Part(QualifiedName table, String name) {

	}

}
