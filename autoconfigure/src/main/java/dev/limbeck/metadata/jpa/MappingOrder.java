package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.mapping.Value;

/**
 * An order of what a table consists of that follows from the mapping alone. Hibernate has
 * it in the order in which it comes to the classes, and that is another one wherever they
 * are found in another one.
 */
final class MappingOrder {

	private static final Comparator<List<String>> PATHS = MappingOrder::compare;

	private final Map<Table, Map<String, Integer>> ranks = new HashMap<>();

	private final Set<Column> discriminators = new HashSet<>();

	MappingOrder(Metadata metadata) {
		List<PersistentClass> entities = new ArrayList<>(metadata.getEntityBindings());
		entities.sort(Comparator.comparing(MappingOrder::path, PATHS));
		for (int i = 0; i < entities.size(); i++) {
			rank(entities.get(i), i);
		}
	}

	// The entity itself behind those that it extends
	private static List<String> path(PersistentClass entity) {
		List<String> path = new ArrayList<>();
		for (PersistentClass each = entity; each != null; each = each.getSuperclass()) {
			path.add(0, each.getEntityName());
		}
		return path;
	}

	private static int compare(List<String> one, List<String> other) {
		for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
			int order = one.get(i).compareTo(other.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(one.size(), other.size());
	}

	private void rank(PersistentClass entity, int rank) {
		rank(entity, entity.getKey(), rank);
		if (entity instanceof RootClass root && root.getDiscriminator() != null) {
			rank(entity, root.getDiscriminator(), rank);
			columns(root.getDiscriminator()).forEach(this.discriminators::add);
		}
		Collection<Property> properties = (entity instanceof UnionSubclass) ? entity.getPropertyClosure()
				: entity.getProperties();
		properties.forEach((property) -> rank(entity, property.getValue(), rank));
	}

	private void rank(PersistentClass entity, Value value, int rank) {
		Table table = (entity instanceof UnionSubclass) ? entity.getTable() : value.getTable();
		Map<String, Integer> ofTable = this.ranks.computeIfAbsent(table, (key) -> new HashMap<>());
		columns(value).forEach((column) -> ofTable.putIfAbsent(column.getName(), rank));
	}

	// A value may be a formula in part
	private static Stream<Column> columns(Value value) {
		return value.getSelectables().stream().filter(Column.class::isInstance).map(Column.class::cast);
	}

	Set<Column> discriminators() {
		return this.discriminators;
	}

	/**
	 * Return the columns of a table: those of each entity as Hibernate has them, the
	 * entities by their names but each behind the one that it extends, then what the
	 * collections of other entities need.
	 * @param table the table
	 * @return the columns
	 */
	List<Column> columns(Table table) {
		List<Column> columns = new ArrayList<>(table.getColumns());
		Map<String, Integer> ofTable = this.ranks.get(table);
		if (ofTable != null) {
			columns.sort(Comparator
				.comparingInt((Column column) -> ofTable.getOrDefault(column.getName(), Integer.MAX_VALUE))
				.thenComparing((column) -> ofTable.containsKey(column.getName()) ? "" : column.getName()));
		}
		return columns;
	}

	static List<UniqueKey> uniqueKeys(Table table) {
		return sorted(table.getUniqueKeys().values(), (key) -> names(key.getColumns()), UniqueKey::getName);
	}

	static List<ForeignKey> foreignKeys(Table table) {
		return sorted(table.getForeignKeyCollection(),
				(key) -> names(key.getColumns()) + " " + key.getReferencedTable().getName(), ForeignKey::getName);
	}

	static List<Index> indexes(Table table) {
		return sorted(table.getIndexes().values(), (index) -> names(index.getSelectables()), Index::getName);
	}

	static List<CheckConstraint> checks(Table table) {
		return sorted(table.getChecks(), CheckConstraint::getConstraint, CheckConstraint::getName);
	}

	private static <T> List<T> sorted(Collection<T> parts, Function<T, String> about, Function<T, String> name) {
		List<T> sorted = new ArrayList<>(parts);
		sorted.sort(Comparator.comparing(about).thenComparing((part) -> String.valueOf(name.apply(part))));
		return sorted;
	}

	private static String names(List<? extends Selectable> columns) {
		return String.join(",", columns.stream().map(Selectable::getText).toList());
	}

}
