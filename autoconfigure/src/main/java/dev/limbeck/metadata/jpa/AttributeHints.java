package dev.limbeck.metadata.jpa;

import java.util.List;

import dev.limbeck.metadata.MigrationsIgnore;
import dev.limbeck.metadata.RenamedFrom;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of the attributes of one entity.
 */
final class AttributeHints {

	private final Hints hints;

	private final PersistentClass entity;

	AttributeHints(Hints hints, PersistentClass entity) {
		this.hints = hints;
		this.entity = entity;
	}

	/**
	 * Read an attribute, and those of an embeddable in it.
	 * @param property the attribute
	 * @param type the class that has it
	 * @param ignored whether it is left out already
	 */
	void read(Property property, Class<?> type, boolean ignored) {
		Value value = property.getValue();
		boolean left = ignored || Members.annotation(type, property.getName(), MigrationsIgnore.class) != null;
		if (left) {
			ignore(value);
		}
		RenamedFrom renamed = Members.annotation(type, property.getName(), RenamedFrom.class);
		if (renamed != null) {
			rename(property, renamed.value());
		}
		Component component = component(value);
		if (component != null && component.getComponentClassName() != null) {
			for (Property part : component.getProperties()) {
				if (!part.isSynthetic()) {
					read(part, component.getComponentClass(), left);
				}
			}
		}
	}

	private static @Nullable Component component(Value value) {
		Value inner = (value instanceof Collection collection) ? collection.getElement() : value;
		return (inner instanceof Component component) ? component : null;
	}

	// A subclass with a table of its own has copies of the columns that it inherits
	private Table table(Value value) {
		Table table = value.getTable();
		boolean copied = this.entity instanceof UnionSubclass && table.equals(this.entity.getRootTable());
		return copied ? this.entity.getTable() : table;
	}

	private void ignore(Value value) {
		if (value instanceof Collection collection) {
			if (!collection.isInverse() && !collection.isOneToMany()) {
				this.hints.ignore(collection.getCollectionTable());
			}
			else if (!collection.isInverse()) {
				ignore(collection.getKey());
			}
			return;
		}
		for (Column column : value.getColumns()) {
			this.hints.ignore(table(value), Names.of(column));
		}
	}

	private void rename(Property property, String before) {
		Value value = property.getValue();
		if (value instanceof Collection collection && !collection.isInverse() && !collection.isOneToMany()) {
			this.hints.renamed(collection.getCollectionTable(), before);
			return;
		}
		Value columned = value;
		if (value instanceof Collection collection) {
			columned = collection.getKey();
		}
		boolean inverse = value instanceof Collection collection && collection.isInverse();
		List<Column> columns = inverse ? List.of() : columned.getColumns();
		if (columns.size() != 1) {
			throw new IllegalArgumentException("attribute '" + property.getName() + "' is said to have been '" + before
					+ "', but has " + (columns.isEmpty() ? "no column" : columns.size() + " columns"));
		}
		this.hints.renamed(table(columned), Names.of(columns.get(0)), before);
	}

}
