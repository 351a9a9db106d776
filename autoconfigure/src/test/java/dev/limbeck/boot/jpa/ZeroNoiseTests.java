package dev.limbeck.boot.jpa;

import java.sql.SQLException;

import dev.limbeck.compare.Comparison;
import dev.limbeck.compare.Difference;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A model that uses all that Hibernate can map, on a real server: what is generated from
 * it is all that it needs, and nothing is found where there is nothing to find.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ZeroNoiseTests {

	private static final int ENTITIES = 100;

	private final TestDatabase server = PostgresServer.shared().createDatabase();

	private final int version = serverVersion();

	private final Schema target = ModelContext.schema(Model.class, this.version);

	private int serverVersion() {
		return Integer.parseInt(this.server.query("SHOW server_version_num").get(0)) / 10000;
	}

	@Test
	void modelHasAtLeastHundredEntities() {
		assertThat(this.target.tables()).hasSizeGreaterThanOrEqualTo(ENTITIES);
		int entities = ModelContext.read(ModelContext.command(Model.class),
				(beans) -> beans.getBean(EntityManagerFactory.class).getMetamodel().getEntities().size());
		assertThat(entities).isGreaterThanOrEqualTo(ENTITIES);
	}

	@Test
	void nothingDiffersOnceTheUpgradeHasRun() throws SQLException {
		try (ModelDatabase database = new ModelDatabase(PostgresServer.shared().createDatabase())) {
			Comparison comparison = database.compare(this.target);
			database.apply(comparison.directives().upgrade());
			Comparison again = database.compare(this.target);
			assertThat(again.differences()).extracting(Difference::description).isEmpty();
			assertThat(again.problems()).isEmpty();
		}
	}

	@Test
	void downgradeLeavesNothing() throws SQLException {
		try (ModelDatabase database = new ModelDatabase(PostgresServer.shared().createDatabase())) {
			Schema before = database.inspect(this.target);
			Comparison comparison = database.compare(this.target);
			database.apply(comparison.directives().upgrade());
			database.apply(comparison.directives().downgrade());
			assertThat(database.inspect(this.target)).isEqualTo(before);
		}
	}

	@Test
	void hibernateAcceptsWhatIsGenerated() throws SQLException {
		TestDatabase validated = PostgresServer.shared().createDatabase();
		try (ModelDatabase database = new ModelDatabase(validated)) {
			database.apply(database.compare(this.target).directives().upgrade());
		}
		ModelContext.application(Model.class, validated.dataSource())
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> assertThat(context.getBean(EntityManagerFactory.class).isOpen()).isTrue());
	}

	@Test
	void nothingDiffersFromWhatHibernateCreates() throws SQLException {
		TestDatabase created = PostgresServer.shared().createDatabase();
		created.execute("CREATE SCHEMA shop");
		ModelContext.application(Model.class, created.dataSource())
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.properties.hibernate.hbm2ddl.halt_on_error=true")
			.run((context) -> assertThat(context.getBean(EntityManagerFactory.class).isOpen()).isTrue());
		try (ModelDatabase database = new ModelDatabase(created)) {
			Comparison comparison = database.compare(this.target);
			assertThat(comparison.differences()).extracting(Difference::description).isEmpty();
			assertThat(comparison.problems()).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan("dev.limbeck.metadata.jpa.model")
	static class Model {

	}

}
