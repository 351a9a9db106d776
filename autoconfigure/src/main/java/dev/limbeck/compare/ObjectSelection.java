package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Leaves out what is not to be compared, on both sides. What is about a column that is
 * left out goes with it.
 */
final class ObjectSelection {

	private final List<ObjectFilter> filters;

	private final Map<ComparedObject, Presence> presences = new HashMap<>();

	private final Map<QualifiedName, Set<QualifiedName>> parents = new HashMap<>();

	private final Schema database;

	private final LeftOut leftOut;

	ObjectSelection(List<ObjectFilter> filters, Renames renames, Schema database, Schema target) {
		this.filters = filters;
		this.database = database;
		if (this.filters.isEmpty()) {
			this.leftOut = new LeftOut(Schema.EMPTY, (object) -> false, (object) -> false);
			return;
		}
		enumerate(database).forEach((object) -> this.presences.put(object, Presence.DATABASE));
		enumerate(target)
			.forEach((object) -> this.presences.merge(object, Presence.TARGET, (one, other) -> Presence.BOTH));
		Stream.of(database, target)
			.flatMap((schema) -> schema.tables().stream())
			.forEach((table) -> this.parents.computeIfAbsent(table.name(), (missing) -> new HashSet<>())
				.addAll(table.options().inherits()));
		Set<ComparedObject> renamed = renamed(renames, target);
		this.leftOut = new LeftOut(database, (object) -> !passes(object),
				(object) -> isOnlyInDatabase(object) && !renamed.contains(object));
	}

	// What is wanted under another name
	private static Set<ComparedObject> renamed(Renames renames, Schema target) {
		Set<ComparedObject> renamed = new HashSet<>();
		for (ComparedObject object : enumerate(target)) {
			QualifiedName previous = renames.previous(object.type(), object.table(), object.name());
			if (previous != null) {
				renamed.add(new ComparedObject(object.type(), object.table(), previous));
			}
		}
		for (Table table : target.tables()) {
			if (table.hints().renamedFrom() != null) {
				renamed.add(ComparedObject.of(ObjectType.TABLE, table.hints().renamedFrom()));
			}
		}
		return renamed;
	}

	LeftOut leftOut() {
		return this.leftOut;
	}

	private static List<ComparedObject> enumerate(Schema schema) {
		List<ComparedObject> objects = new ArrayList<>();
		schema.tables().forEach((table) -> {
			objects.add(ComparedObject.of(ObjectType.TABLE, table.name()));
			table.columns()
				.forEach((column) -> objects.add(ComparedObject.of(ObjectType.COLUMN, table.name(), column.name())));
			table.constraints().forEach((constraint) -> objects.add(object(table, constraint)));
			table.indexes().forEach((index) -> objects.add(object(table, index)));
		});
		schema.enumTypes().forEach((type) -> objects.add(ComparedObject.of(ObjectType.ENUM_TYPE, type.name())));
		schema.sequences().forEach((sequence) -> objects.add(ComparedObject.of(ObjectType.SEQUENCE, sequence.name())));
		schema.views().forEach((view) -> objects.add(ComparedObject.of(ObjectType.VIEW, view.name())));
		schema.materializedViews()
			.forEach((view) -> objects.add(ComparedObject.of(ObjectType.MATERIALIZED_VIEW, view.name())));
		schema.routines().forEach((routine) -> objects.add(ComparedObject.of(ObjectType.FUNCTION, routine.name())));
		return objects;
	}

	private static ComparedObject object(Table table, Constraint constraint) {
		return ComparedObject.of(constraint.accept(new ConstraintType()), table.name(),
				Objects.requireNonNull(constraint.name()));
	}

	private static ComparedObject object(Table table, Index index) {
		return ComparedObject.of(ObjectType.INDEX, table.name(), Objects.requireNonNull(index.name()));
	}

	private boolean includes(ComparedObject object) {
		return passes(object) && !this.leftOut.contains(object);
	}

	private boolean isOnlyInDatabase(ComparedObject object) {
		return this.presences.get(object) == Presence.DATABASE;
	}

	private boolean passes(ComparedObject object) {
		Presence presence = Objects.requireNonNull(this.presences.get(object));
		return this.filters.stream().allMatch((filter) -> filter.includes(object, presence));
	}

	// A column that a table only inherits is one of the table that it is inherited from
	private boolean includes(QualifiedName table, String column) {
		ComparedObject object = ComparedObject.of(ObjectType.COLUMN, table, column);
		return this.presences.containsKey(object) ? includes(object)
				: this.parents.getOrDefault(table, Set.of()).stream().allMatch((parent) -> includes(parent, column));
	}

	/**
	 * Return what is compared of the database. Sequences that are part of what is left
	 * out are there for whoever asks them.
	 * @return what is compared
	 */
	Schema selectDatabase() {
		Schema selected = select(this.database);
		List<Sequence> sequences = new ArrayList<>(selected.sequences());
		sequences.addAll(this.leftOut.parts());
		return new Schema(selected.namespaces(), selected.extensions(), selected.enumTypes(), sequences,
				selected.tables(), selected.views(), selected.materializedViews(), selected.routines(),
				selected.domains());
	}

	Schema select(Schema schema) {
		if (this.filters.isEmpty()) {
			return schema;
		}
		List<Table> tables = select(schema.tables(), ObjectType.TABLE, Table::name).stream().map(this::select).toList();
		return new Schema(schema.namespaces(), schema.extensions(),
				select(schema.enumTypes(), ObjectType.ENUM_TYPE, EnumType::name),
				select(schema.sequences(), ObjectType.SEQUENCE, (sequence) -> sequence.name()), tables,
				select(schema.views(), ObjectType.VIEW, (view) -> view.name()),
				select(schema.materializedViews(), ObjectType.MATERIALIZED_VIEW, (view) -> view.name()),
				select(schema.routines(), ObjectType.FUNCTION, (routine) -> routine.name()), schema.domains());
	}

	private <T> List<T> select(List<T> objects, ObjectType type, Function<T, QualifiedName> name) {
		return objects.stream().filter((object) -> includes(ComparedObject.of(type, name.apply(object)))).toList();
	}

	private Table select(Table table) {
		Predicate<String> included = (column) -> includes(table.name(), column);
		return table.withColumns(table.columns().stream().filter((column) -> included.test(column.name())).toList())
			.withConstraints(table.constraints()
				.stream()
				.filter((constraint) -> includes(object(table, constraint))
						&& columns(constraint).stream().allMatch(included)
						&& isApart(table, object(table, constraint), UsedColumns.of(constraint)))
				.toList())
			.withIndexes(table.indexes()
				.stream()
				.filter((index) -> includes(object(table, index)) && columns(index.keys()).stream().allMatch(included)
						&& index.include().stream().allMatch(included)
						&& isApart(table, object(table, index), UsedColumns.of(index)))
				.toList());
	}

	// An expression about a column that is left out belongs to it, unless the target has
	// it, too
	private boolean isApart(Table table, ComparedObject object, UsedColumns used) {
		return !isOnlyInDatabase(object) || table.columns()
			.stream()
			.map(Column::name)
			.noneMatch((column) -> used.contain(column) && !includes(table.name(), column));
	}

	private static List<String> columns(List<IndexKey> keys) {
		return keys.stream().map(IndexKey::column).filter(Objects::nonNull).map(String::valueOf).toList();
	}

	private static List<String> columns(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return key.columns();
		}
		if (constraint instanceof UniqueConstraint unique) {
			return unique.columns();
		}
		if (constraint instanceof ExcludeConstraint exclusion) {
			return columns(exclusion.elements().stream().map((element) -> element.key()).toList());
		}
		return (constraint instanceof ForeignKey key) ? key.columns() : List.of();
	}

}
