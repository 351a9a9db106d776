package dev.limbeck.metadata.relational;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import dev.limbeck.compare.Comparison;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.metadata.relational.Shop.Colour;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RelationalTargetMetadata}: what it says is applied to a real server,
 * compared with what is there then, and used by Spring Data JDBC.
 */
class RelationalTargetMetadataTests {

	private static final TestDatabase DATABASE = PostgresServer.shared().createDatabase();

	private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext(
			ShopConfiguration.class);

	private static final Schema SCHEMA = new RelationalTargetMetadata("Spring Data JDBC",
			CONTEXT.getBean(JdbcConverter.class), List.of())
		.schema(18);

	static {
		Comparison comparison = compare();
		assertThat(comparison.differences()).isNotEmpty();
		apply(comparison);
	}

	private final JdbcAggregateTemplate template = CONTEXT.getBean(JdbcAggregateTemplate.class);

	@Test
	void nothingDiffersOnceItIsApplied() {
		assertThat(compare().differences()).isEmpty();
	}

	@Test
	void tableOfARootHasItsPropertiesAndTheColumnsOfWhatIsEmbedded() {
		assertThat(describe(table("customers"))).containsExactly("id bigint not null identity",
				"version bigint not null", "name_first text not null", "name_last text not null", "home_street text",
				"home_city text", "e_mail text not null", "created timestamptz not null", "rating text");
	}

	@Test
	void listsAndMapsWithoutIdsAreNumberedByTheirPlaces() {
		assertThat(describe(table("order_line"))).containsExactly("purchase_order bigint not null",
				"purchase_order_key integer not null", "quantity integer not null", "product bigint not null");
		assertThat(key(table("order_line"))).containsExactly("purchase_order", "purchase_order_key");
		assertThat(key(table("thing"))).containsExactly("warehouse", "warehouse_key", "shelf_key", "box_key");
		assertThat(describe(table("answer"))).containsExactly("survey bigint not null", "survey_key text not null",
				"text text not null");
		assertThat(key(table("discount"))).containsExactly("purchase_order");
		assertThat(describe(table("comment"))).contains("ticket_key integer not null");
	}

	@Test
	void referencesAreForeignKeys() {
		assertThat(foreignKeys(table("order_line"))).containsExactlyInAnyOrder("[product] sales.product[id]",
				"[purchase_order] purchase_order[id]");
		assertThat(foreignKeys(table("category"))).containsExactly("[parent] category[id]");
		assertThat(foreignKeys(table("invoice_item"))).containsExactly("[invoice_number] invoice[number]");
		assertThat(table("card").uniqueConstraints()).hasSize(1);
	}

	@Test
	void typeIsThatOfWhatAConverterWrites() {
		assertThat(describe(table("converted"))).containsExactly("id bigint not null identity", "price text not null",
				"prices text[] not null", "period integer not null");
	}

	@Test
	void hintsAreKept() {
		assertThat(table("tenant").hints().renamedFrom()).isEqualTo(QualifiedName.of("old_tenant"));
		assertThat(table("tenant").hints().renamedColumns()).isEqualTo(Map.of("title", "name"));
		RelationalTargetMetadata metadata = new RelationalTargetMetadata("Spring Data JDBC",
				CONTEXT.getBean(JdbcConverter.class), List.of());
		assertThat(SCHEMA.table(QualifiedName.of("audit"))).isNull();
		assertThat(metadata.ignored(18).tables()).containsExactly(QualifiedName.of("audit"));
		assertThat(metadata.ignored(18).hasColumn(QualifiedName.of("coupon"), "legacy")).isTrue();
	}

	@Test
	void typeThatIsNotKnownIsAskedFor() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> new PropertyTypes(CONTEXT.getBean(JdbcConverter.class), List.of())
				.columnType(CONTEXT.getBean(JdbcConverter.class)
					.getMappingContext()
					.getRequiredPersistentEntity(Odd.class)
					.getRequiredPersistentProperty("anything")))
			.withMessageContaining("Odd.anything is not known")
			.satisfies((failure) -> assertThat(failure.getAction()).contains(RelationalColumnTypes.class.getName()));
	}

	@Test
	void simpleTypesAreSavedAndRead() {
		roundTrip(new Shop.Numbers(null, (byte) -1, (short) 2, 3, Long.MAX_VALUE, 1.5f, 2.5, true, (byte) 7, 8L, false,
				new BigDecimal("12345678901234567890.123"), new BigInteger("1234567890123")));
		roundTrip(new Shop.Times(null, Shop.instant(), LocalDate.of(2026, 2, 28), LocalTime.of(23, 59, 1),
				LocalDateTime.of(2026, 3, 29, 2, 30), OffsetDateTime.parse("2026-07-01T10:15:30Z")));
		Shop.Texts texts = this.template.insert(new Shop.Texts(UUID.randomUUID(), null, "text", null, 'ß', Colour.GREEN,
				UUID.randomUUID(), new byte[] { 1, 2 }));
		assertThat(read(texts)).usingRecursiveComparison().isEqualTo(texts);
		Shop.Arrays arrays = this.template.save(new Shop.Arrays(null, new String[] { "a", "b" }, List.of("c"),
				Set.of(4), new int[] { 5, 6 }, List.of(Colour.RED), new UUID[] { UUID.randomUUID() }));
		assertThat(read(arrays)).usingRecursiveComparison().isEqualTo(arrays);
		roundTrip(new Shop.Message(null, "order", "user", "group"));
		roundTrip(new Shop.Setting(null, "value"));
		roundTrip(new Shop.Converted(null, new Shop.Money(BigDecimal.TEN, "EUR"),
				List.of(new Shop.Money(BigDecimal.ONE, "USD")), Period.ofMonths(3)));
	}

	@Test
	void aggregatesAreSavedAndReadAndDeleted() {
		Shop.Customer customer = roundTrip(
				new Shop.Customer(null, 0, new Shop.Name("Ada", "L"), null, "a@example.org", Shop.instant(), null));
		Shop.Product product = roundTrip(new Shop.Product(null, "Tea", new BigDecimal("2.50")));
		Shop.PurchaseOrder order = roundTrip(new Shop.PurchaseOrder(null, AggregateReference.to(customer.id()),
				List.of(new Shop.OrderLine(1, AggregateReference.to(product.id())),
						new Shop.OrderLine(2, AggregateReference.to(product.id()))),
				new Shop.Discount("old friend", BigDecimal.ONE)));
		Shop.Warehouse warehouse = roundTrip(new Shop.Warehouse(null,
				List.of(new Shop.Shelf("top", List.of(new Shop.Box(1, Map.of("x", new Shop.Thing("1"))))),
						new Shop.Shelf("low", List.of()))));
		roundTrip(new Shop.Survey(null, Map.of(Colour.RED, new Shop.Answer("yes"))));
		Shop.Shipment shipment = roundTrip(new Shop.Shipment(null, List.of(new Shop.Parcel(null, 1.5))));
		Shop.Payment payment = roundTrip(new Shop.Payment(null, BigDecimal.TEN, new Shop.Card(null, "1234")));
		Shop.Invoice invoice = this.template.insert(new Shop.Invoice("R-1", null,
				Set.of(new Shop.InvoiceItem(null, "a"), new Shop.InvoiceItem(null, "b"))));
		assertThat(read(invoice)).isEqualTo(invoice);
		Shop.Ticket ticket = this.template
			.insert(new Shop.Ticket(new Shop.TicketKey("LIM", 1), null, "title", List.of(new Shop.Comment("first"))));
		assertThat(this.template.findById(ticket.key(), Shop.Ticket.class)).isEqualTo(ticket);
		roundTrip(new Shop.Supplier(null, new Shop.Contact("1", new Shop.Address("s", null))));
		for (Object each : List.of(order, warehouse, shipment, payment, invoice, ticket)) {
			this.template.delete(each);
		}
		assertThat(this.template.count(Shop.PurchaseOrder.class)).isZero();
	}

	private <T> T roundTrip(T aggregate) {
		T saved = this.template.save(aggregate);
		assertThat(read(saved)).isEqualTo(saved);
		return saved;
	}

	@SuppressWarnings("unchecked")
	private <T> T read(T saved) {
		Object id = CONTEXT.getBean(JdbcConverter.class)
			.getMappingContext()
			.getRequiredPersistentEntity(saved.getClass())
			.getIdentifierAccessor(saved)
			.getRequiredIdentifier();
		return (T) this.template.findById(id, saved.getClass());
	}

	private static Table table(String name) {
		return Optional.ofNullable(SCHEMA.table(QualifiedName.of(name))).orElseThrow();
	}

	private static List<String> key(Table table) {
		return Optional.ofNullable(table.primaryKey()).orElseThrow().columns();
	}

	private static List<String> describe(Table table) {
		return table.columns().stream().map(RelationalTargetMetadataTests::describe).toList();
	}

	private static String describe(Column column) {
		return column.name() + " " + column.type() + (column.nullable() ? "" : " not null")
				+ ((column.identity() != null) ? " identity" : "");
	}

	private static List<String> foreignKeys(Table table) {
		return table.foreignKeys().stream().map(RelationalTargetMetadataTests::describe).toList();
	}

	private static String describe(ForeignKey key) {
		return key.columns() + " " + key.referredTable() + key.referredColumns();
	}

	private static Comparison compare() {
		PostgresqlDialect dialect = new PostgresqlDialect();
		InspectionScope scope = InspectionScope.of("public", "sales");
		try (Connection connection = DATABASE.connect()) {
			Schema actual = dialect.schemaInspector().inspect(connection, scope);
			NormalizedTarget target = dialect.targetNormalizer(NamingConvention.standard())
				.normalize(connection, scope, SCHEMA, actual);
			return new SchemaComparator(dialect.typeRules(), connection.getMetaData().getDatabaseMajorVersion(),
					ComparisonOptions.DEFAULTS)
				.compare(actual, target);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void apply(Comparison comparison) {
		PostgresqlDialect dialect = new PostgresqlDialect();
		try (Connection connection = DATABASE.connect(); Statement statement = connection.createStatement()) {
			DdlWriter writer = dialect.ddlWriter(18, NamingConvention.standard());
			for (DirectedOperation operation : comparison.directives().upgrade()) {
				for (DdlStatement each : writer.write(operation.operation())) {
					statement.execute(each.sql());
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class ShopConfiguration extends AbstractJdbcConfiguration {

		@Bean
		DataSource dataSource() {
			return DATABASE.dataSource();
		}

		@Bean
		NamedParameterJdbcOperations operations(DataSource dataSource) {
			return new NamedParameterJdbcTemplate(dataSource);
		}

		@Bean
		TransactionManager transactionManager(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

		@Override
		protected Set<Class<?>> getInitialEntitySet() {
			return Set.copyOf(Shop.AGGREGATES);
		}

		@Override
		protected List<?> userConverters() {
			return List.of(new MoneyWriter(), new MoneyReader(), new PeriodWriter(), new PeriodReader());
		}

	}

	@WritingConverter
	static final class PeriodWriter implements Converter<Period, Integer> {

		@Override
		public Integer convert(Period period) {
			return (int) period.toTotalMonths();
		}

	}

	@ReadingConverter
	static final class PeriodReader implements Converter<Integer, Period> {

		@Override
		public Period convert(Integer months) {
			return Period.ofMonths(months);
		}

	}

	@WritingConverter
	static final class MoneyWriter implements Converter<Shop.Money, String> {

		@Override
		public String convert(Shop.Money money) {
			return money.amount() + " " + money.currency();
		}

	}

	@ReadingConverter
	static final class MoneyReader implements Converter<String, Shop.Money> {

		@Override
		public Shop.Money convert(String text) {
			int space = text.indexOf(' ');
			return new Shop.Money(new BigDecimal(text.substring(0, space)), text.substring(space + 1));
		}

	}

	record Odd(Object anything) {
	}

}
