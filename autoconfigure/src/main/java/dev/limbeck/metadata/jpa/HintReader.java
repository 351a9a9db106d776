package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.metadata.MigrationsIgnore;
import dev.limbeck.metadata.RenamedFrom;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.UnionSubclass;

/**
 * Reads the annotations of entities and attributes. What an entity inherits counts for
 * each table that has it, and what an embeddable says for each one that it is embedded
 * in.
 */
final class HintReader {

	private final Metadata metadata;

	private final ModelLocation place;

	private final Hints hints;

	HintReader(Metadata metadata, Names names, ModelLocation place) {
		this.metadata = metadata;
		this.place = place;
		this.hints = new Hints(names);
	}

	Hints read() {
		for (PersistentClass entity : this.metadata.getEntityBindings()) {
			if (entity.hasPojoRepresentation() && entity.getClassName() != null) {
				new ModelLocation(this.place.unit(), "entity '" + entity.getEntityName() + "'").read(() -> {
					readEntity(entity);
					return entity;
				});
			}
		}
		return this.hints;
	}

	private void readEntity(PersistentClass entity) {
		Class<?> type = entity.getMappedClass();
		RenamedFrom renamed = type.getDeclaredAnnotation(RenamedFrom.class);
		boolean shared = entity instanceof SingleTableSubclass;
		if (renamed != null && shared) {
			throw new IllegalArgumentException(
					"it has no table of its own that could have been '" + renamed.value() + "'");
		}
		if (renamed != null) {
			this.hints.renamed(entity.getTable(), renamed.value());
		}
		boolean ignored = type.isAnnotationPresent(MigrationsIgnore.class);
		if (ignored) {
			ignoreTables(entity, shared);
		}
		for (Property property : properties(entity)) {
			new AttributeHints(this.hints, entity).read(property, type, ignored && shared);
		}
	}

	private void ignoreTables(PersistentClass entity, boolean shared) {
		if (!shared) {
			this.hints.ignore(entity.getTable());
		}
		entity.getJoins().stream().map(Join::getTable).forEach(this.hints::ignore);
		for (Collection collection : this.metadata.getCollectionBindings()) {
			if (collection.getOwner() == entity && !collection.isOneToMany() && !collection.isInverse()) {
				this.hints.ignore(collection.getCollectionTable());
			}
		}
	}

	private static List<Property> properties(PersistentClass entity) {
		boolean inherits = entity instanceof UnionSubclass;
		List<Property> properties = new ArrayList<>(inherits ? entity.getPropertyClosure() : entity.getProperties());
		if (inherits || entity.getSuperclass() == null) {
			Property identifier = entity.getIdentifierProperty();
			if (identifier != null) {
				properties.add(identifier);
			}
			else if (entity.getIdentifier() instanceof Component component) {
				properties.addAll(component.getProperties());
			}
		}
		properties.removeIf(Property::isSynthetic);
		return properties;
	}

}
