package dev.limbeck.metadata.jpa;

import java.util.Map;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Starts Hibernate with a few classes, and without a database.
 */
final class Models {

	static final Map<String, Object> NO_DATABASE = Map.of("hibernate.boot.allow_jdbc_metadata_access", "false",
			"jakarta.persistence.database-product-name", "PostgreSQL", "jakarta.persistence.database-major-version", 18,
			"jakarta.persistence.database-product-version", "18.0");

	private Models() {
	}

	static HibernateTargetMetadata metadata(Map<String, Object> settings, Class<?>... classes) {
		return new HibernateTargetMetadata("unit 'test'", (version) -> start(version, settings, classes));
	}

	static HibernateTargetMetadata metadata(Class<?>... classes) {
		return metadata(Map.of(), classes);
	}

	static Schema schema(Class<?>... classes) {
		return metadata(classes).schema(18);
	}

	static Table table(String name, Class<?>... classes) {
		Table table = schema(classes).table(QualifiedName.of(name));
		if (table == null) {
			throw new AssertionError("There is no table " + name);
		}
		return table;
	}

	private static BootModel start(int version, Map<String, Object> settings, Class<?>... classes) {
		StandardServiceRegistry registry = new StandardServiceRegistryBuilder().applySettings(NO_DATABASE)
			.applySetting("jakarta.persistence.database-major-version", version)
			.applySetting("jakarta.persistence.database-product-version", version + ".0")
			.applySettings(settings)
			.build();
		Metadata metadata = new MetadataSources(registry).addAnnotatedClasses(classes).buildMetadata();
		try (SessionFactory factory = metadata.buildSessionFactory()) {
			return new BootModel(metadata, factory.getProperties(), factory.unwrap(SessionFactoryImplementor.class));
		}
	}

}
