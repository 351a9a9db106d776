package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.Index;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What in the application's classes declares a table, so that whoever reads of something
 * wrong with it knows where to mend it.
 */
final class Declarations {

	private final Map<Table, PersistentClass> entities = new HashMap<>();

	private final Map<Table, String> words = new HashMap<>();

	Declarations(Metadata metadata) {
		List<PersistentClass> all = new ArrayList<>(metadata.getEntityBindings());
		all.sort(Comparator.comparing(PersistentClass::getEntityName));
		all.forEach(this::add);
		metadata.getCollectionBindings()
			.stream()
			.filter((collection) -> !collection.isOneToMany() && !collection.isInverse())
			.forEach((collection) -> this.words.putIfAbsent(collection.getCollectionTable(),
					"collection '" + collection.getRole() + "'"));
	}

	private void add(PersistentClass entity) {
		if (entity instanceof SingleTableSubclass) {
			return;
		}
		this.entities.putIfAbsent(entity.getTable(), entity);
		this.words.putIfAbsent(entity.getTable(), "entity '" + entity.getEntityName() + "'");
		entity.getJoins()
			.stream()
			.map(Join::getTable)
			.forEach((table) -> this.words.putIfAbsent(table, "entity '" + entity.getEntityName() + "'"));
	}

	@Nullable String of(Table table) {
		return this.words.get(table);
	}

	/**
	 * See that a column is one of the table's. Hibernate takes whatever a class names.
	 * @param table the table
	 * @param column what is named
	 */
	void requireColumn(Table table, Column column) {
		if (table.getColumn(column) == null) {
			throw new IllegalArgumentException(
					"'" + column.getName() + "' is no column of the table" + advice(table, column.getName()));
		}
	}

	private String advice(Table table, String name) {
		List<String> columns = columns(table, name);
		if (!columns.isEmpty()) {
			return "; the attribute of that name has the " + ((columns.size() == 1) ? "column " : "columns ")
					+ String.join(", ", columns);
		}
		String first = name.split("\\s", 2)[0];
		boolean ordered = first.length() < name.length()
				&& table.getColumns().stream().anyMatch((column) -> column.getName().equalsIgnoreCase(first));
		return ordered ? "; an order with more than ASC or DESC stands behind parentheses: (" + first + ")"
				+ name.substring(first.length()) : "";
	}

	private List<String> columns(Table table, String attribute) {
		PersistentClass entity = this.entities.get(table);
		if (entity == null) {
			return List.of();
		}
		try {
			return entity.getRecursiveProperty(attribute)
				.getSelectables()
				.stream()
				.filter(Column.class::isInstance)
				.map((selectable) -> ((Column) selectable).getName())
				.toList();
		}
		catch (MappingException ex) {
			return List.of();
		}
	}

	/**
	 * See that no two indexes or unique constraints of a table have one name. Hibernate
	 * makes one of them, over the columns of both.
	 * @param table the table
	 */
	void requireDistinctNames(Table table) {
		PersistentClass entity = this.entities.get(table);
		jakarta.persistence.Table annotation = (entity != null && entity.hasPojoRepresentation())
				? entity.getMappedClass().getDeclaredAnnotation(jakarta.persistence.Table.class) : null;
		if (annotation == null) {
			return;
		}
		Set<String> names = new HashSet<>();
		Stream
			.concat(Stream.of(annotation.indexes()).map(Index::name),
					Stream.of(annotation.uniqueConstraints()).map(UniqueConstraint::name))
			.filter((name) -> !name.isBlank())
			.map(Names::of)
			.forEach((name) -> {
				if (!names.add(name)) {
					throw new IllegalArgumentException("two of its @Index and @UniqueConstraint are called '" + name
							+ "', of which Hibernate makes one");
				}
			});
	}

}
