package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Puts tables together from what the catalog has about them in many places.
 */
final class TableAssembly {

	private final RelationCatalog relations;

	private final ColumnCatalog columns;

	private final SequenceCatalog sequences;

	private final Map<Long, CatalogIndex> indexes = new HashMap<>();

	private final Map<Long, List<Constraint>> constraintsByTable = new HashMap<>();

	private final Map<Long, List<Index>> indexesByTable = new HashMap<>();

	TableAssembly(RelationCatalog relations, ColumnCatalog columns, ConstraintCatalog constraints, IndexCatalog indexes,
			SequenceCatalog sequences) {
		this.relations = relations;
		this.columns = columns;
		this.sequences = sequences;
		Set<Long> owned = constraints.ownedIndexes();
		for (CatalogIndex index : indexes.all()) {
			this.indexes.put(index.oid(), index);
			if (!owned.contains(index.oid())) {
				this.indexesByTable.computeIfAbsent(index.table(), (table) -> new ArrayList<>()).add(index.index());
			}
		}
		for (CatalogConstraint constraint : constraints.all()) {
			this.constraintsByTable.computeIfAbsent(constraint.table(), (table) -> new ArrayList<>())
				.add(constraint(constraint));
		}
	}

	List<Table> tables() {
		return this.relations.kept().values().stream().filter(Relation::isTable).map(this::table).toList();
	}

	List<MaterializedView> materializedViews() {
		return this.relations.kept()
			.values()
			.stream()
			.filter((relation) -> relation.kind().equals("m"))
			.map((view) -> new MaterializedView(view.name(), List.of(), RelationCatalog.query(view),
					this.indexesByTable.getOrDefault(view.oid(), List.of()), view.options(), view.tablespace(),
					view.comment()))
			.toList();
	}

	private Table table(Relation relation) {
		List<Column> own = columns(relation).stream()
			.map((column) -> this.sequences.withSerial(new SequenceOwner(relation.name(), column.name()), column))
			.toList();
		List<Index> tableIndexes = this.indexesByTable.getOrDefault(relation.oid(), List.of());
		return new Table(relation.name(), own, null, List.of(), List.of(), List.of(), List.of(), tableIndexes,
				this.relations.options(relation), relation.comment(),
				TableHints.NONE.counters(this.sequences.counters(relation.oid())))
			.withConstraints(this.constraintsByTable.getOrDefault(relation.oid(), List.of()));
	}

	private List<Column> columns(Relation relation) {
		return (this.relations.isWhole() && !relation.partition())
				? this.columns.ownOf(relation.oid(), relation.parents()) : this.columns.of(relation.oid());
	}

	private Constraint constraint(CatalogConstraint constraint) {
		List<String> names = this.columns.names(constraint.table(), namedColumns(constraint));
		return switch (constraint.kind()) {
			case "p" -> new PrimaryKey(constraint.name(), names, index(constraint).include(), constraint.period(),
					constraint.deferrability(), constraint.comment());
			case "u" -> new UniqueConstraint(constraint.name(), names, index(constraint).include(),
					index(constraint).nullsNotDistinct(), constraint.period(), constraint.deferrability(),
					constraint.comment());
			case "f" -> foreignKey(constraint, names);
			case "c" -> new CheckConstraint(constraint.name(), Objects.requireNonNull(constraint.condition()),
					constraint.noInherit(), constraint.validated(), constraint.enforced(), constraint.comment());
			default -> exclusion(constraint);
		};
	}

	// A check may name the whole row, and an exclusion has 0 for expressions
	private static List<Integer> namedColumns(CatalogConstraint constraint) {
		boolean named = !constraint.kind().equals("c") && !constraint.kind().equals("x");
		return named ? constraint.columns() : List.of();
	}

	private Index index(CatalogConstraint constraint) {
		return Objects.requireNonNull(this.indexes.get(constraint.index())).index();
	}

	private ForeignKey foreignKey(CatalogConstraint constraint, List<String> names) {
		CatalogConstraint.Reference reference = Objects.requireNonNull(constraint.reference());
		return new ForeignKey(constraint.name(), names, reference.name(),
				this.columns.names(reference.table(), reference.columns()), reference.onDelete(),
				this.columns.names(constraint.table(), reference.setOnDelete()), reference.onUpdate(),
				reference.match(), constraint.period(), constraint.deferrability(), constraint.validated(),
				constraint.enforced(), constraint.comment());
	}

	private ExcludeConstraint exclusion(CatalogConstraint constraint) {
		Index index = index(constraint);
		List<ExcludeElement> elements = new ArrayList<>();
		for (int i = 0; i < constraint.operators().size(); i++) {
			elements.add(new ExcludeElement(index.keys().get(i), constraint.operators().get(i)));
		}
		return new ExcludeConstraint(constraint.name(), index.method(), elements, index.include(), index.where(),
				constraint.deferrability(), constraint.comment());
	}

}
