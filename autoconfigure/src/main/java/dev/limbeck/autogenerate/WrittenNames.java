package dev.limbeck.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.DatabaseContents;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.FurtherObject;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.dialect.SchemaInspector;
import dev.limbeck.dialect.SystemNames;
import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import dev.limbeck.schema.TableOptions;
import dev.limbeck.schema.View;

/**
 * Names the default schema where a statement would mean an object of the server's without
 * it. An index is named with the schema of its table.
 */
final class WrittenNames {

	private final SystemNames system;

	private final Set<QualifiedName> relations = new HashSet<>();

	private final Set<QualifiedName> types = new HashSet<>();

	private WrittenNames(SystemNames system, List<Schema> schemas) {
		this.system = system;
		schemas.forEach((schema) -> {
			relations(schema).forEach((name, inside) -> {
				if (name.schema() == null
						&& Stream.concat(Stream.of(name.name()), inside.stream()).anyMatch(this::isSystemRelation)) {
					this.relations.add(name);
				}
			});
			types(schema).filter((name) -> system.hide(Kind.TYPE, name)).forEach(this.types::add);
		});
	}

	static WrittenNames read(SchemaInspector inspector, Connection connection, String defaultSchema,
			List<Schema> schemas) throws SQLException {
		return new WrittenNames(inspector.systemNames(connection, defaultSchema, in(schemas)), schemas);
	}

	private boolean isSystemRelation(String name) {
		return this.system.hide(Kind.RELATION, QualifiedName.of(name));
	}

	private static Map<QualifiedName, Set<String>> relations(Schema schema) {
		Map<QualifiedName, Set<String>> relations = new HashMap<>();
		schema.tables().forEach((table) -> relations.put(table.name(), indexes(table.indexes())));
		schema.materializedViews().forEach((view) -> relations.put(view.name(), indexes(view.indexes())));
		Stream.concat(schema.views().stream().map(View::name), schema.sequences().stream().map(Sequence::name))
			.forEach((name) -> relations.put(name, Set.of()));
		return relations;
	}

	private static Set<String> indexes(List<Index> indexes) {
		return indexes.stream().flatMap((index) -> Stream.ofNullable(index.name())).collect(Collectors.toSet());
	}

	private static Stream<QualifiedName> types(Schema schema) {
		return Stream.concat(schema.enumTypes().stream().map(EnumType::name),
				schema.domains().stream().map(Domain::name));
	}

	private static Set<String> in(List<Schema> schemas) {
		Set<String> names = new HashSet<>();
		for (Schema schema : schemas) {
			relations(schema).forEach((name, inside) -> {
				names.add(name.name());
				names.addAll(inside);
			});
			Stream.concat(types(schema), schema.routines().stream().map(Routine::name))
				.forEach((name) -> names.add(name.name()));
		}
		return names;
	}

	IgnoredObjects of(IgnoredObjects ignored) {
		return ignored.named(this::relation);
	}

	NormalizedTarget of(NormalizedTarget target) {
		return isEmpty() ? target
				: new NormalizedTarget(of(target.declared()), of(target.normalized()), target.defaultSchema());
	}

	List<DependentObject> of(List<DependentObject> dependents) {
		return isEmpty() ? dependents
				: dependents.stream()
					.map((dependent) -> dependent.renamed(this::dependentAddress, (expression) -> expression))
					.toList();
	}

	// What there is no operation for is named with its table here
	private ObjectAddress dependentAddress(ObjectAddress address) {
		return (address.kind() == Kind.FURTHER)
				? new ObjectAddress(Kind.FURTHER, relation(address.name()), address.part()) : address(address);
	}

	private boolean isEmpty() {
		return this.system.names().values().stream().allMatch(Collection::isEmpty);
	}

	DatabaseContents of(DatabaseContents contents) {
		if (isEmpty()) {
			return contents;
		}
		Map<ObjectAddress, Set<ObjectAddress>> needs = new HashMap<>();
		contents.needs()
			.forEach((object, needed) -> needs.put(address(object),
					needed.stream().map(this::address).collect(Collectors.toSet())));
		return new DatabaseContents(of(contents.schema()), contents.further().stream().map(this::further).toList(),
				needs, contents.leftOut(), contents.unchecked());
	}

	private FurtherObject further(FurtherObject object) {
		FurtherObject.Clause clause = object.clause();
		return new FurtherObject(address(object.address()), object.rank(), object.kind(), object.name(),
				(object.table() != null) ? relation(object.table()) : null, object.create(), object.drop(),
				(clause != null) ? new FurtherObject.Clause(address(clause.whole()), clause.sql()) : null);
	}

	private ObjectAddress address(ObjectAddress address) {
		QualifiedName name = switch (address.kind()) {
			case RELATION, COLUMN, DEFAULT, CONSTRAINT, INDEX -> relation(address.name());
			case TYPE, ROUTINE -> this.system.qualified(address.kind(), address.name());
			case SCHEMA, EXTENSION, FURTHER -> address.name();
		};
		return new ObjectAddress(address.kind(), name, address.part());
	}

	private QualifiedName relation(QualifiedName name) {
		return this.relations.contains(name) ? this.system.inDefaultSchema(name) : name;
	}

	Schema of(Schema schema) {
		return isEmpty() ? schema : new Schema(schema.namespaces(), schema.extensions(),
				schema.enumTypes().stream().map(this::type).toList(),
				schema.sequences().stream().map(this::sequence).toList(),
				schema.tables().stream().map(this::table).toList(), schema.views().stream().map(this::view).toList(),
				schema.materializedViews().stream().map(this::view).toList(),
				schema.routines().stream().map(this::routine).toList(),
				schema.domains().stream().map(this::domain).toList());
	}

	private EnumType type(EnumType type) {
		return new EnumType(this.system.qualified(Kind.TYPE, type.name()), type.values(), type.comment());
	}

	private Domain domain(Domain domain) {
		return new Domain(this.system.qualified(Kind.TYPE, domain.name()), type(domain.base()));
	}

	private ColumnType type(ColumnType type) {
		QualifiedName name = QualifiedName.of(type.schema(), type.name());
		return (type.isStandard() || !this.types.contains(name)) ? type
				: new ColumnType(this.system.defaultSchema(), type.name(), type.arguments(), type.dimensions());
	}

	private Sequence sequence(Sequence sequence) {
		SequenceOwner owner = sequence.ownedBy();
		return new Sequence(relation(sequence.name()), sequence.type(), sequence.options(),
				(owner != null) ? new SequenceOwner(relation(owner.table()), owner.column()) : null, sequence.comment(),
				sequence.extent());
	}

	private View view(View view) {
		return new View(relation(view.name()), view.columns(), view.query(), view.options(), view.checkOption(),
				view.comment());
	}

	private MaterializedView view(MaterializedView view) {
		return new MaterializedView(relation(view.name()), view.columns(), view.query(), view.indexes(),
				view.storageParameters(), view.tablespace(), view.comment());
	}

	private Routine routine(Routine routine) {
		return new Routine(this.system.qualified(Kind.ROUTINE, routine.name()), routine.procedure(),
				routine.arguments(), routine.returns(), routine.language(), routine.options(), routine.body(),
				routine.comment());
	}

	private Table table(Table table) {
		Table written = new Table(relation(table.name()), table.columns().stream().map(this::column).toList(), null,
				List.of(), List.of(), List.of(), List.of(), table.indexes(), options(table.options()), table.comment(),
				hints(table.hints()));
		return written.withConstraints(table.constraints().stream().map(this::constraint).toList());
	}

	private TableHints hints(TableHints hints) {
		QualifiedName renamedFrom = hints.renamedFrom();
		Map<String, QualifiedName> counters = new HashMap<>(hints.counters());
		counters.replaceAll((column, sequence) -> relation(sequence));
		return new TableHints((renamedFrom != null) ? relation(renamedFrom) : null, hints.renamedColumns(),
				hints.generatedNames(), hints.keyInAnyOrder(), counters, hints.extent(), hints.declaredBy());
	}

	private TableOptions options(TableOptions options) {
		return new TableOptions(options.unlogged(), options.partitionBy(),
				options.inherits().stream().map(this::relation).toList(), options.storageParameters(),
				options.tablespace());
	}

	private Column column(Column column) {
		return new Column(column.name(), type(column.type()), column.nullable(), column.serverDefault(),
				column.identity(), column.generated(), column.collation(), column.comment());
	}

	private Constraint constraint(Constraint constraint) {
		return (constraint instanceof ForeignKey key) ? new ForeignKey(key.name(), key.columns(),
				relation(key.referredTable()), key.referredColumns(), key.onDelete(), key.setOnDelete(), key.onUpdate(),
				key.match(), key.period(), key.deferrability(), key.validated(), key.enforced(), key.comment())
				: constraint;
	}

}
