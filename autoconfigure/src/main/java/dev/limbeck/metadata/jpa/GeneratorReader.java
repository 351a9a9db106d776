package dev.limbeck.metadata.jpa;

import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sequences that Hibernate asks for ids.
 */
final class GeneratorReader {

	private final Metadata metadata;

	private final MappingMetamodel mappings;

	private final Names names;

	GeneratorReader(BootModel model, Names names) {
		this.metadata = model.metadata();
		this.mappings = model.sessionFactory().getMappingMetamodel();
		this.names = names;
	}

	/**
	 * Read the generators of all entities and collections.
	 * @param hints receives the sequences
	 */
	void read(Hints hints) {
		for (PersistentClass entity : this.metadata.getEntityBindings()) {
			EntityPersister persister = this.mappings.findEntityDescriptor(entity.getEntityName());
			boolean own = entity instanceof RootClass || entity instanceof UnionSubclass;
			if (own && persister != null) {
				read(hints, entity.getTable(), entity.getIdentifier(), persister.getGenerator());
			}
		}
		for (Collection collection : this.metadata.getCollectionBindings()) {
			CollectionPersister persister = this.mappings.findCollectionDescriptor(collection.getRole());
			if (collection instanceof IdentifierCollection identified && persister != null) {
				read(hints, collection.getCollectionTable(), identified.getIdentifier(), persister.getGenerator());
			}
		}
	}

	private void read(Hints hints, Table table, Value id, @Nullable Generator generator) {
		List<Column> columns = id.getColumns();
		if (columns.size() == 1 && generator instanceof SequenceStyleGenerator style) {
			DatabaseStructure structure = style.getDatabaseStructure();
			if (structure.isPhysicalSequence()) {
				QualifiedName name = structure.getPhysicalName();
				hints.counter(table, Names.of(columns.get(0)),
						this.names.of(name.getSchemaName(), name.getObjectName()));
			}
		}
	}

}
