package dev.limbeck.metadata.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HibernateTargetMetadata}.
 */
class HibernateTargetMetadataTests {

	private final Table orders = Models.table("orders", OrderModel.Order.class, OrderModel.Buyer.class);

	@Test
	void hibernateStartsWhenTheSchemaIsAskedFor() {
		HibernateTargetMetadata metadata = new HibernateTargetMetadata("unit 'a'", (version) -> {
			throw new IllegalStateException("started for " + version);
		});
		assertThat(metadata.name()).isEqualTo("unit 'a'");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> metadata.schema(17))
			.withMessage("started for 17");
	}

	@Test
	void columnsHaveTypesNullnessAndDefaults() {
		assertThat(this.orders.column("id"))
			.isEqualTo(Column.of("id", ColumnType.parse("bigint"), (column) -> column.notNull()));
		assertThat(this.orders.column("total")).isEqualTo(Column.of("total", ColumnType.parse("numeric(12,2)"),
				(column) -> column.notNull().serverDefault("0").comment("What it's all about")));
		assertThat(this.orders.column("placed_at"))
			.isEqualTo(Column.of("placed_at", ColumnType.parse("timestamptz(6)")));
	}

	@Test
	void definitionInSqlIsTakenApart() {
		assertThat(this.orders.column("code")).isEqualTo(Column.of("code", ColumnType.parse("varchar(20)"),
				(column) -> column.notNull().serverDefault("'a, b'").collate("C")));
		assertThat(this.orders.checkConstraints()).contains(CheckConstraint.of(null, "length(code) > 2"));
	}

	@Test
	void nameThatHibernateMadeOfAHashIsNotUsed() {
		assertThat(this.orders.primaryKey()).isEqualTo(PrimaryKey.of(null, "id"));
		assertThat(this.orders.uniqueConstraints()).contains(UniqueConstraint.of(null, "code"));
		assertThat(this.orders.indexes()).extracting(Index::name)
			.containsExactlyInAnyOrder(null, "ix_open", "ix_lower");
	}

	@Test
	void orderOfTheClassesCountsForNothing() throws ClassNotFoundException {
		String single = "dev.limbeck.metadata.jpa.model.single.";
		Class<?> animal = Class.forName(single + "Animal");
		Class<?> dog = Class.forName(single + "Dog");
		Class<?> cat = Class.forName(single + "Cat");
		Class<?> puppy = Class.forName(single + "Puppy");
		Table table = Models.table("animal", puppy, dog, cat, animal);
		assertThat(table).isEqualTo(Models.table("animal", animal, cat, dog, puppy));
		assertThat(table.columns()).extracting(Column::name)
			.containsExactly("kind", "id", "name", "indoor", "breed", "mother_id", "weaned");
		assertThat(table.checkConstraints()).containsExactly(CheckConstraint.of(null, "kind in ('CAT','DOG','Puppy')"));
	}

	@Test
	void conditionsOfBeanValidationAreSorted() throws ClassNotFoundException {
		String constraints = "dev.limbeck.metadata.jpa.model.constraints.";
		Table table = Models.table("bounded", Class.forName(constraints + "Bounded"),
				Class.forName(constraints + "Invoice"), Class.forName(constraints + "Written"));
		assertThat(table.checkConstraints()).extracting(CheckConstraint::condition)
			.contains("(low<=9) and (low>=1)", "(high<=60) and (high<=99) and (high>=10) and (high>=5)");
	}

	@Test
	void leastOfSeveralMaximumLengthsOrNumbersOfDigitsCounts() {
		Map<String, Object> settings = new HashMap<>();
		ConstraintOrder.apply(settings);
		Schema schema = Models.metadata(settings, OrderModel.Limited.class).schema(18);
		assertThat(schema.tables()).flatExtracting(Table::columns)
			.extracting(Column::type)
			.containsExactlyInAnyOrder(ColumnType.parse("bigint"), ColumnType.parse("varchar(20)"),
					ColumnType.parse("varchar(10)"), ColumnType.parse("numeric(6,2)"));
	}

	@Test
	void chosenNameIsKept() {
		ForeignKey buyer = this.orders.foreignKeys().get(0);
		assertThat(buyer.name()).isEqualTo("fk_orders_buyer");
		assertThat(buyer.referredTable()).isEqualTo(QualifiedName.of("buyer"));
		assertThat(buyer.onDelete()).isEqualTo(ReferentialAction.CASCADE);
		assertThat(this.orders.hints().generatedNames()).isEmpty();
	}

	@Test
	void optionsInSqlAreRead() {
		Index open = this.orders.indexes().stream().filter((index) -> "ix_open".equals(index.name())).findFirst().get();
		assertThat(open.where()).isEqualTo("shipped is null");
		assertThat(open.include()).containsExactly("total");
		assertThat(open.keys().get(0).descending()).isTrue();
		Index lower = this.orders.indexes()
			.stream()
			.filter((index) -> "ix_lower".equals(index.name()))
			.findFirst()
			.get();
		assertThat(lower.keys()).extracting(IndexKey::expression).containsExactly("lower(code)");
		UniqueConstraint deferred = this.orders.uniqueConstraints()
			.stream()
			.filter((unique) -> "uq_orders".equals(unique.name()))
			.findFirst()
			.get();
		assertThat(deferred.deferrability()).isEqualTo(Deferrability.INITIALLY_DEFERRED);
		assertThat(this.orders.options().storageParameters()).containsEntry("fillfactor", "70");
	}

	@Test
	void enumTypeHasTheValuesInTheOrderOfHibernate() {
		assertThat(Models.schema(OrderModel.Order.class, OrderModel.Buyer.class).enumTypes())
			.containsExactly(new EnumType(QualifiedName.of("mood"), List.of("BAD", "GOOD"), null));
	}

	@Test
	void sequenceHasTheAllocationSize() {
		Sequence sequence = Models.schema(OrderModel.Buyer.class).sequences().get(0);
		assertThat(sequence.name()).isEqualTo(QualifiedName.of("buyer_seq"));
		assertThat(sequence.options().increment()).isEqualTo(50);
		assertThat(sequence.options().start()).isEqualTo(1);
	}

	@Test
	void viewsAreLeftOut() {
		assertThat(Models.schema(OrderModel.Buyer.class, OrderModel.Selected.class, OrderModel.Viewed.class).tables())
			.extracting(Table::name)
			.containsExactly(QualifiedName.of("buyer"));
	}

	@Test
	void defaultSchemaOfHibernateIsThatOfAllThatHasNone() {
		Schema schema = Models.metadata(Map.of("hibernate.default_schema", "app"), OrderModel.Buyer.class).schema(18);
		assertThat(schema.namespaces()).containsExactly(new Namespace("app", null, null));
		assertThat(schema.tables().get(0).name()).isEqualTo(QualifiedName.of("app", "buyer"));
		assertThat(schema.sequences().get(0).name()).isEqualTo(QualifiedName.of("app", "buyer_seq"));
	}

	@Test
	void globallyQuotedNamesKeepTheirCase() {
		Schema schema = Models.metadata(Map.of("hibernate.globally_quoted_identifiers", "true"), OrderModel.Buyer.class)
			.schema(18);
		assertThat(schema.tables().get(0).name()).isEqualTo(QualifiedName.of("Buyer"));
	}

	@Test
	void whatCannotBeReadIsNamed() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(OrderModel.Unreadable.class))
			.withMessageContaining("unit 'test': column 'odd' of table 'unreadable' of entity")
			.withMessageContaining("'auto_increment' is not understood")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("@MigrationsIgnore"));
	}

}
