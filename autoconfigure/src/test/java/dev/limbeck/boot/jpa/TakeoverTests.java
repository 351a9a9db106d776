package dev.limbeck.boot.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.boot.jpa.takeover.Customers.Customer;
import dev.limbeck.boot.jpa.takeover.Customers.CustomerStatus;
import dev.limbeck.command.AutogenerateRequest;
import dev.limbeck.command.AutogenerateResult;
import dev.limbeck.command.CheckRequest;
import dev.limbeck.command.CheckResult;
import dev.limbeck.command.GenerateRequest;
import dev.limbeck.command.Migrations;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import dev.limbeck.test.TestShadow;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Somebody takes over a database of 60 tables that people have made by hand, as
 * docs/autogenerate-guide.md tells it.
 */
class TakeoverTests {

	private static final int NULLS_NOT_DISTINCT = 15;

	private static final List<String> DISAGREEMENTS = List.of("removed column customers.fax",
			"column suppliers.email: varchar(100) → varchar(120)", "column shipments.carrier: nullable → not null",
			"added column reviews.title", "removed index orders.orders_status_idx",
			"removed unique constraint invoice_lines.invoice_lines_position", "removed table legacy_import");

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path path;

	private Migrations migrations;

	@BeforeEach
	void setUp() throws IOException {
		try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("takeover/shop.sql"))) {
			this.database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
		}
		if (this.database.version() >= NULLS_NOT_DISTINCT) {
			this.database.execute(
					"""
							ALTER TABLE translations ADD CONSTRAINT translations_key UNIQUE NULLS NOT DISTINCT (locale, message_key);
							CREATE UNIQUE INDEX addresses_one_kind ON addresses (customer_id, kind, zip) NULLS NOT DISTINCT;
							""");
		}
		Schema model = ModelContext.schema(Shop.class, this.database.version());
		new RevisionDirectory(this.path).writeFile("pom.xml", "<project/>")
			.writeFile("src/main/resources/db/migrations/versions/.gitkeep", "");
		this.migrations = Migrations.builder()
			.workingDirectory(this.path)
			.scriptLocation("file:" + this.path.resolve("src/main/resources/db/migrations"))
			.targetMetadata(() -> List.of(new Model(model)))
			.shadowDatabases(TestShadow::new)
			.dataSource(this.database.dataSource())
			.build();
	}

	@Test
	void everyLineOfTheReportIsADifference() {
		AutogenerateResult generated = this.migrations.generate(GenerateRequest.initial());
		assertThat(generated.revisions().get(0).content()).contains("CREATE TABLE translations")
			.doesNotContain("flyway", "changes_of_hr");
		this.migrations.stamp("heads");
		CheckResult revisions = this.migrations.check(CheckRequest.all());
		assertThat(descriptions(revisions)).containsExactlyInAnyOrderElementsOf(DISAGREEMENTS);
		assertThat(counts(revisions))
			.containsAllEntriesOf(Map.of("check-constraint", 15L, "exclude-constraint", 4L, "comment", 11L))
			.containsKeys("index", "unique-constraint", "foreign-key-action", "default");
		assertThat(revisions.notes()).anyMatch((note) -> note.startsWith("Left to the revisions, since no mapping"));
		CheckResult actual = this.migrations.check(CheckRequest.all().withModelFromDatabase());
		assertThat(descriptions(actual)).isEqualTo(descriptions(revisions));
		assertThat(actual.kept()).isEqualTo(revisions.kept());
	}

	@Test
	void rowsAndObjectsOutliveTheRevisionThatSettlesIt() {
		this.migrations.generate(GenerateRequest.initial());
		this.migrations.stamp("heads");
		List<String> objects = objects();
		List<String> rows = rows();
		this.migrations.autogenerate(AutogenerateRequest.of("settle"));
		this.migrations.upgrade("heads");
		assertThat(rows()).isEqualTo(rows);
		assertThat(objects()).containsAll(objects.stream()
			.filter((object) -> !object.startsWith("orders_status_idx") && !object.startsWith("invoice_lines_position"))
			.toList());
		assertThat(descriptions(this.migrations.check(CheckRequest.all())))
			.containsExactlyInAnyOrder("removed column customers.fax", "removed table legacy_import");
		this.migrations.downgrade("-1");
		assertThat(rows()).isEqualTo(rows);
		assertThat(objects()).isEqualTo(objects);
	}

	@Test
	void hibernateSavesWhatTheTablesAllowOnceItIsSettled() {
		this.migrations.generate(GenerateRequest.initial());
		this.migrations.stamp("heads");
		this.migrations.autogenerate(AutogenerateRequest.of("settle"));
		this.migrations.upgrade("heads");
		ModelContext.application(Shop.class, this.database.dataSource())
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=none")
			.run((context) -> context.getBean(EntityManagerFactory.class).runInTransaction((manager) -> {
				Customer customer = new Customer();
				customer.number = "C3";
				customer.name = "Cy";
				customer.email = "CY@example.org";
				customer.status = CustomerStatus.ACTIVE;
				customer.createdAt = Instant.EPOCH;
				manager.persist(customer);
			}));
		assertThat(this.database.query("SELECT id FROM customers WHERE email = 'cy@example.org'")).containsExactly("3");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.database
				.execute("INSERT INTO customers (number, name, email) " + "VALUES ('C4', 'Cy', 'cY@example.org')"))
			.withStackTraceContaining("customers_mail_key");
	}

	private static List<String> descriptions(CheckResult result) {
		return result.differences().stream().map(ModelDifference::description).toList();
	}

	private static Map<String, Long> counts(CheckResult result) {
		return result.kept().stream().collect(Collectors.groupingBy(UnmappedObject::kind, Collectors.counting()));
	}

	private List<String> rows() {
		return this.database.query("""
				SELECT to_jsonb(o)::text FROM orders o UNION ALL SELECT to_jsonb(i)::text FROM order_items i
				UNION ALL SELECT to_jsonb(p)::text FROM products p UNION ALL SELECT to_jsonb(c)::text FROM customers c
				UNION ALL SELECT email FROM suppliers UNION ALL SELECT carrier FROM shipments
				UNION ALL SELECT rating::text FROM reviews UNION ALL SELECT content FROM legacy_import
				UNION ALL SELECT to_jsonb(b)::text FROM bookings b ORDER BY 1
				""");
	}

	private List<String> objects() {
		return this.database.query("""
				SELECT indexrelid::regclass || ' ' || pg_get_indexdef(indexrelid) FROM pg_index
				WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
				UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
				WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
				UNION ALL SELECT table_name || '.' || column_name || column_default FROM information_schema.columns
				WHERE table_schema = 'public' AND column_default IS NOT NULL
				UNION ALL SELECT objoid::regclass || '.' || objsubid || description FROM pg_description
				WHERE classoid = 'pg_class'::regclass AND objoid IN (SELECT oid FROM pg_class
				    WHERE relnamespace = 'public'::regnamespace)
				ORDER BY 1
				""");
	}

	/**
	 * The entities.
	 *
	 * @param wanted what they want
	 */
	private record Model(Schema wanted) implements TargetMetadata {

		@Override
		public String name() {
			return "the entities of the shop";
		}

		@Override
		public Schema schema(int serverVersion) {
			return this.wanted;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan("dev.limbeck.boot.jpa.takeover")
	static class Shop {

	}

}
