package dev.limbeck.metadata.relational;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The entities that belong to no other.
 *
 * @param context has them
 */
record AggregateRoots(RelationalMappingContext context) {

	List<RelationalPersistentEntity<?>> find() {
		Set<Class<?>> parts = new HashSet<>();
		Set<Class<?>> embedded = new HashSet<>();
		for (RelationalPersistentEntity<?> entity : this.context.getPersistentEntities()) {
			for (RelationalPersistentProperty property : entity) {
				if (property.isEmbedded()) {
					embedded.add(property.getActualType());
				}
				else if (property.isEntity() && !property.getActualType().equals(entity.getType())) {
					parts.add(property.getActualType());
				}
			}
		}
		return this.context.getPersistentEntities()
			.stream()
			.<RelationalPersistentEntity<?>>map((entity) -> entity)
			.filter((entity) -> !parts.contains(entity.getType()))
			.filter((entity) -> isTable(entity, embedded.contains(entity.getType())))
			.sorted((one, other) -> one.getType().getName().compareTo(other.getType().getName()))
			.toList();
	}

	private static boolean isTable(RelationalPersistentEntity<?> entity, boolean embedded) {
		return entity.hasIdProperty() ? !embedded || entity.isAnnotationPresent(Table.class)
				: !embedded && entity.isAnnotationPresent(Table.class);
	}

}
