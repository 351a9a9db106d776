package dev.limbeck.metadata.relational;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.limbeck.metadata.MigrationsIgnore;
import dev.limbeck.metadata.RenamedFrom;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Sequence;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Aggregates that use what Spring Data JDBC can map.
 */
final class Shop {

	static final List<Class<?>> AGGREGATES = List.of(Numbers.class, Times.class, Texts.class, Arrays.class,
			Customer.class, Product.class, PurchaseOrder.class, Invoice.class, Warehouse.class, Category.class,
			Survey.class, Setting.class, Shipment.class, Ticket.class, Tenant.class, Audit.class, Coupon.class,
			Payment.class, Employee.class, Review.class, Supplier.class, Contract.class, Stock.class, Message.class,
			Draft.class, Converted.class);

	private Shop() {
	}

	static Instant instant() {
		return OffsetDateTime.of(2026, 7, 1, 10, 15, 30, 0, ZoneOffset.UTC).toInstant();
	}

	enum Colour {

		RED, GREEN

	}

	@Table
	record Numbers(@Id @Nullable Integer id, byte tiny, short small, int medium, long large, float single, double twice,
			boolean flag, Byte tinyObject, Long largeObject, Boolean flagObject, BigDecimal exact, BigInteger whole) {
	}

	@Table
	record Times(@Id @Nullable Long id, Instant instant, LocalDate day, LocalTime time, LocalDateTime local,
			OffsetDateTime offset) {
	}

	@Table
	record Texts(@Id UUID id, @Version @Nullable Integer version, String text, @Nullable String note, char letter,
			Colour colour, UUID other, byte[] bytes) {
	}

	@Table
	record Arrays(@Id @Nullable Long id, String[] words, List<String> list, Set<Integer> set, int[] numbers,
			List<Colour> colours, UUID[] ids) {
	}

	record Address(String street, @Nullable String city) {
	}

	record Name(String first, String last) {
	}

	@Table("customers")
	record Customer(@Id @Nullable Long id, @Version long version, @Embedded.Empty(prefix = "name_") Name name,
			@Embedded.Nullable(prefix = "home_") @Nullable Address home, @Column("e_mail") String email,
			@InsertOnlyProperty Instant created, @ReadOnlyProperty @Nullable String rating,
			@Transient @Nullable String token) {

		Customer(@Nullable Long id, long version, Name name, @Nullable Address home, String email, Instant created,
				@Nullable String rating) {
			this(id, version, name, home, email, created, rating, null);
		}

		@org.springframework.data.annotation.PersistenceCreator
		Customer {
		}

	}

	@Table(name = "product", schema = "sales")
	record Product(@Id @Sequence(sequence = "product_numbers", schema = "sales") @Nullable Long id, String name,
			BigDecimal price) {
	}

	record OrderLine(int quantity, AggregateReference<Product, Long> product) {
	}

	record Discount(String reason, BigDecimal percent) {
	}

	@Table
	record PurchaseOrder(@Id @Nullable Long id, AggregateReference<Customer, Long> customer, List<OrderLine> lines,
			@Nullable Discount discount) {
	}

	record InvoiceItem(@Id @Nullable Long id, String text) {
	}

	@Table
	record Invoice(@Id String number, @Version @Nullable Integer version,
			@MappedCollection(idColumn = "invoice_number") Set<InvoiceItem> items) {
	}

	record Shelf(String name, List<Box> boxes) {
	}

	record Box(int number, Map<String, Thing> things) {
	}

	record Thing(String label) {
	}

	@Table
	record Warehouse(@Id @Nullable Long id, List<Shelf> shelves) {
	}

	@Table
	record Category(@Id @Nullable Long id, String name, @Nullable AggregateReference<Category, Long> parent) {
	}

	record Answer(String text) {
	}

	@Table
	record Survey(@Id @Nullable Long id, Map<Colour, Answer> answers) {
	}

	@Table("Setting Of")
	record Setting(@Id @Nullable Long id, @Column("Some Value") String value) {
	}

	record Parcel(@Id @Nullable Integer id, double weight) {
	}

	@Table
	record Shipment(@Id @Nullable Long id,
			@MappedCollection(idColumn = "shipment", keyColumn = "place") List<Parcel> parcels) {
	}

	record TicketKey(String project, int number) {
	}

	record Comment(String text) {
	}

	@Table
	record Ticket(@Id @Embedded.Empty TicketKey key, @Version @Nullable Integer version, String title,
			List<Comment> comments) {
	}

	@Table
	@RenamedFrom("old_tenant")
	record Tenant(@Id @Nullable Long id, @RenamedFrom("title") String name) {
	}

	@Table
	@MigrationsIgnore
	record Audit(@Id @Nullable Long id, String what) {
	}

	@Table
	record Coupon(@Id @Nullable Long id, String code, @MigrationsIgnore @Nullable String legacy) {
	}

	record Card(@Id @Nullable Long id, String last4) {
	}

	@Table
	record Payment(@Id @Nullable Long id, BigDecimal amount, @Nullable Card card) {
	}

	@Table
	record Employee(@Id @Nullable Long id, @Nullable AggregateReference<Employee, Long> boss, String name) {
	}

	@Table
	record Review(@Id @Nullable Long id, AggregateReference<Product, Long> product, short stars,
			@Nullable String text) {
	}

	@Table
	record Supplier(@Id @Nullable Long id, @Embedded.Nullable Contact contact) {
	}

	record Contact(String phone, @Embedded.Nullable(prefix = "at_") @Nullable Address address) {
	}

	@Table
	record Contract(@Id UUID id, @Version @Nullable Integer version, AggregateReference<Supplier, Long> supplier,
			LocalDate until) {
	}

	@Table
	record Stock(@Id @Nullable Long id, AggregateReference<Product, Long> product,
			AggregateReference<Warehouse, Long> warehouse, int amount) {
	}

	@Table
	record Message(@Id @Nullable Long id, String order, String user, String group) {
	}

	@Table
	record Draft(@Id @Nullable Long id, @Nullable Instant edited, Boolean done) {
	}

	record Money(BigDecimal amount, String currency) {
	}

	@Table
	record Converted(@Id @Nullable Long id, Money price, List<Money> prices, Period period) {
	}

}
