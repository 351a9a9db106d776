package dev.limbeck.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import dev.limbeck.metadata.jpa.BootModel;
import dev.limbeck.metadata.jpa.BootModelIntegrator;
import dev.limbeck.metadata.jpa.HibernateTargetMetadata;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.TestDatabase;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Entities in a database: what Hibernate wants for them there, and the rows that it
 * writes.
 */
final class MappedRows {

	private final TestDatabase database;

	private final Class<?>[] entities;

	MappedRows(TestDatabase database, Class<?>... entities) {
		this.database = database;
		this.entities = entities;
	}

	Schema schema() {
		AtomicReference<BootModel> model = new AtomicReference<>();
		Map<String, Object> settings = Map.of("hibernate.boot.allow_jdbc_metadata_access", "false",
				"jakarta.persistence.database-product-name", "PostgreSQL", "jakarta.persistence.database-major-version",
				18);
		try (SessionFactory factory = start(settings, model)) {
			return new HibernateTargetMetadata("unit 'test'", (version) -> model.get()).schema(18);
		}
	}

	/**
	 * Insert a row, as an application does that has started with the schema as it is.
	 * @param entity the entity
	 * @param id returns its id
	 * @return the id that it got
	 */
	<T> Object insert(T entity, Function<T, Object> id) {
		Map<String, Object> settings = new HashMap<>();
		settings.put("hibernate.connection.datasource", this.database.dataSource());
		try (SessionFactory factory = start(settings, new AtomicReference<>());
				Session session = factory.openSession()) {
			session.beginTransaction();
			session.persist(entity);
			session.getTransaction().commit();
			return id.apply(entity);
		}
	}

	private SessionFactory start(Map<String, Object> settings, AtomicReference<BootModel> model) {
		BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
			.applyIntegrator(new BootModelIntegrator(model::set))
			.build();
		return new MetadataSources(new StandardServiceRegistryBuilder(bootstrap).applySettings(settings).build())
			.addAnnotatedClasses(this.entities)
			.buildMetadata()
			.buildSessionFactory();
	}

}
