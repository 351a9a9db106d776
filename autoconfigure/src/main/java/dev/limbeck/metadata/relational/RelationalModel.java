package dev.limbeck.metadata.relational;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.MigrationsIgnore;
import dev.limbeck.metadata.RenamedFrom;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.metadata.relational.EntityTable.Belonging;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfo;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfos;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Follows every path through the aggregates, as Spring Data JDBC does when it saves them,
 * and notes the tables and columns that it comes to. Which columns the table of a part
 * has depends on the way there.
 */
final class RelationalModel {

	private static final Set<Class<?>> NUMBERED = Set.of(Long.class, long.class, Integer.class, int.class, Short.class,
			short.class);

	private final RelationalMappingContext context;

	private final PropertyTypes types;

	private final Map<QualifiedName, EntityTable> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();

	private final Set<QualifiedName> ignoredTables = new LinkedHashSet<>();

	private final Map<QualifiedName, Set<String>> ignoredColumns = new LinkedHashMap<>();

	private final List<Runnable> references = new ArrayList<>();

	RelationalModel(JdbcConverter converter, List<RelationalColumnTypes> types) {
		this.context = converter.getMappingContext();
		this.types = new PropertyTypes(converter, types);
	}

	void read() {
		new AggregateRoots(this.context).find().forEach((root) -> entity(this.context.getAggregatePath(root)));
		this.references.forEach(Runnable::run);
	}

	Schema schema() {
		List<Table> all = this.tables.values()
			.stream()
			.filter((table) -> !this.ignoredTables.contains(table.name()))
			.map(EntityTable::table)
			.toList();
		List<Namespace> namespaces = Stream.concat(all.stream().map(Table::name), this.sequences.keySet().stream())
			.flatMap((name) -> Stream.ofNullable(name.schema()))
			.distinct()
			.map((name) -> new Namespace(name, null, null))
			.toList();
		return new Schema(namespaces, List.of(), List.of(), List.copyOf(this.sequences.values()), all, List.of(),
				List.of(), List.of());
	}

	IgnoredObjects ignored() {
		return new IgnoredObjects(this.ignoredTables, this.ignoredColumns);
	}

	private void entity(AggregatePath path) {
		RelationalPersistentEntity<?> entity = path.getRequiredLeafEntity();
		EntityTable table = table(path);
		if (entity.isAnnotationPresent(MigrationsIgnore.class)) {
			this.ignoredTables.add(table.name());
		}
		RenamedFrom former = entity.findAnnotation(RenamedFrom.class);
		if (former != null) {
			table.renamedFrom(former(table.name(), former.value()));
		}
		if (!path.isRoot()) {
			belonging(path, table);
		}
		for (RelationalPersistentProperty property : entity) {
			property(path.append(property), table, false);
		}
	}

	private static QualifiedName former(QualifiedName table, String name) {
		int dot = name.indexOf('.');
		return (dot < 0) ? table.sibling(name) : QualifiedName.of(name.substring(0, dot), name.substring(dot + 1));
	}

	private EntityTable table(AggregatePath path) {
		QualifiedName name = RelationalNames.qualified(path.getTableInfo().qualifiedTableName());
		return this.tables.computeIfAbsent(name, EntityTable::new);
	}

	private void property(AggregatePath path, EntityTable table, boolean optional) {
		RelationalPersistentProperty property = path.getRequiredLeafProperty();
		if (path.isEmbedded()) {
			embedded(path, table, optional);
		}
		else if (!path.isEntity()) {
			column(path, table, optional);
		}
		else if (!property.isAnnotationPresent(MigrationsIgnore.class)) {
			part(path);
		}
	}

	private void embedded(AggregatePath path, EntityTable table, boolean optional) {
		RelationalPersistentProperty property = path.getRequiredLeafProperty();
		Embedded embedded = property.findAnnotation(Embedded.class);
		boolean mayBeMissing = optional
				|| (!property.isIdProperty() && embedded != null && embedded.onEmpty() == Embedded.OnEmpty.USE_NULL);
		for (RelationalPersistentProperty each : path.getRequiredLeafEntity()) {
			property(path.append(each), table, mayBeMissing);
		}
	}

	// A tree ends where an entity comes back to itself
	private void part(AggregatePath path) {
		RelationalPersistentEntity<?> entity = path.getRequiredLeafEntity();
		boolean known = path.getParentPath()
			.stream()
			.anyMatch((ancestor) -> ancestor.isEntity() && entity.equals(ancestor.getLeafEntity()));
		if (known) {
			belonging(path, table(path));
		}
		else {
			entity(path);
		}
	}

	private void column(AggregatePath path, EntityTable table, boolean optional) {
		RelationalPersistentProperty property = path.getRequiredLeafProperty();
		String column = RelationalNames.name(path.getColumnInfo().name());
		if (isIgnored(path)) {
			this.ignoredColumns.computeIfAbsent(table.name(), (name) -> new HashSet<>()).add(column);
			return;
		}
		boolean id = isId(path);
		boolean numbered = id && property.isIdProperty() && isNumbered(property);
		ColumnType type = this.types.columnType(property);
		table.column(column, type, (builder) -> {
			if (id || (!optional && !this.types.isNullable(property))) {
				builder.notNull();
			}
			if (numbered) {
				builder.identity();
			}
		});
		if (id) {
			table.id(column);
		}
		RenamedFrom former = property.findAnnotation(RenamedFrom.class);
		if (former != null) {
			table.renamedColumn(former.value(), column);
		}
		SqlIdentifier sequence = property.getSequence();
		if (sequence != null) {
			sequence(RelationalNames.qualified(sequence));
			table.counter(column, RelationalNames.qualified(sequence));
		}
		if (property.isAssociation()) {
			this.references.add(() -> reference(property, table, column));
		}
	}

	private static boolean isIgnored(AggregatePath path) {
		return path.stream()
			.filter((each) -> !each.isRoot() && (each.isEmbedded() || each.equals(path)))
			.anyMatch((each) -> each.getRequiredLeafProperty().isAnnotationPresent(MigrationsIgnore.class));
	}

	// Of a key of several columns, the property that embeds it is the id
	private static boolean isId(AggregatePath path) {
		AggregatePath each = path;
		while (!each.getRequiredLeafProperty().isIdProperty()) {
			each = each.getParentPath();
			if (each == null || each.isRoot() || !each.isEmbedded()) {
				return false;
			}
		}
		return true;
	}

	private static boolean isNumbered(RelationalPersistentProperty property) {
		return !property.hasSequence() && !property.isAssociation() && NUMBERED.contains(property.getType());
	}

	private void sequence(QualifiedName name) {
		this.sequences.putIfAbsent(name,
				new Sequence(name, null, SequenceOptions.DEFAULTS, null, null, Extent.OUTLINE));
	}

	private void reference(RelationalPersistentProperty property, EntityTable table, String column) {
		RelationalPersistentEntity<?> other = this.context.getPersistentEntity(target(property));
		if (other == null) {
			return;
		}
		AggregatePath path = this.context.getAggregatePath(other);
		EntityTable referred = this.tables.get(RelationalNames.qualified(path.getTableInfo().qualifiedTableName()));
		ColumnInfos ids = path.getTableInfo().idColumnInfos();
		if (referred != null && ids.size() == 1 && !this.ignoredTables.contains(referred.name())) {
			table.reference(List.of(column), referred.name(), List.of(RelationalNames.name(ids.unique().name())));
		}
	}

	private static TypeInformation<?> target(RelationalPersistentProperty property) {
		TypeInformation<?> reference = property.getTypeInformation().getSuperTypeInformation(AggregateReference.class);
		return (reference != null) ? reference.getTypeArguments().get(0) : property.getTypeInformation();
	}

	private void belonging(AggregatePath path, EntityTable table) {
		AggregatePath owner = path.getIdDefiningParentPath();
		List<String> columns = new ArrayList<>();
		List<String> referred = new ArrayList<>();
		path.getTableInfo().backReferenceColumnInfos().forEach((idPath, info) -> {
			String column = RelationalNames.name(info.name());
			columns.add(column);
			referred.add(RelationalNames.name(idPath.getColumnInfo().name()));
			table.column(column, this.types.columnType(idPath.getRequiredLeafProperty()), (builder) -> {
			});
		});
		EntityTable ownerTable = table(owner);
		this.references.add(() -> {
			if (!this.ignoredTables.contains(ownerTable.name())) {
				table.reference(List.copyOf(columns), ownerTable.name(), referred);
			}
		});
		List<String> all = new ArrayList<>(columns);
		all.addAll(qualifiers(path, owner, table));
		table.belongsTo(new Belonging(List.copyOf(all), isUnique(path, owner)));
	}

	// The places in all lists and maps on the way from the entity that has an id
	private Collection<String> qualifiers(AggregatePath path, AggregatePath owner, EntityTable table) {
		List<String> qualifiers = new ArrayList<>();
		for (AggregatePath each = path; each != null && !each.equals(owner); each = each.getParentPath()) {
			if (each.isEntity() && !each.isEmbedded() && each.isQualified()) {
				ColumnInfo info = each.getTableInfo().getRequiredQualifierColumnInfo();
				Class<?> javaType = each.getTableInfo().getRequiredQualifierColumnType();
				String column = RelationalNames.name(info.name());
				table.column(column, qualifierType(each, javaType), (builder) -> {
				});
				qualifiers.add(0, column);
			}
		}
		return qualifiers;
	}

	private ColumnType qualifierType(AggregatePath path, Class<?> javaType) {
		@Nullable ColumnType type = this.types.columnType(javaType);
		if (type == null) {
			throw new UnreadableModelException(
					"The type of the keys of " + path.toDotPath() + " is not known: " + javaType.getName(),
					"Use a map whose keys are of a simple type, or declare a converter that writes one.");
		}
		return type;
	}

	// Elements of a set have no place in it
	private static boolean isUnique(AggregatePath path, AggregatePath owner) {
		for (AggregatePath each = path; each != null && !each.equals(owner); each = each.getParentPath()) {
			RelationalPersistentProperty property = each.getRequiredLeafProperty();
			if ((property.isCollectionLike() || property.isMap()) && !each.isQualified()) {
				return false;
			}
		}
		return true;
	}

}
