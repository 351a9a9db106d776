package dev.limbeck.schema;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Schema} and the builders of what is in it.
 */
class SchemaTests {

	@Test
	void buildersMakeWhatConstructorsMake() {
		Table table = Table.of(QualifiedName.of("app", "users"),
				(users) -> users.column("id", integer(), (id) -> id.identity().primaryKey())
					.column("boss", integer(), (boss) -> boss.references("users", "id"))
					.column("name", text(), (name) -> name.notNull().serverDefaultValue("it's"))
					.check("name <> ''", (check) -> check.name("named"))
					.index("name"));
		assertThat(table.columns()).containsExactly(
				new Column("id", integer(), false, null, new Identity(false, SequenceOptions.DEFAULTS), null, null,
						null),
				Column.of("boss", integer()),
				new Column("name", text(), false, new LiteralValue("it's"), null, null, null, null));
		assertThat(table.constraints()).containsExactly(PrimaryKey.of(null, "id"),
				CheckConstraint.of("named", "name <> ''"),
				ForeignKey.of(null, List.of("boss"), QualifiedName.of("app", "users"), List.of("id"), (key) -> {
				}));
		assertThat(table.indexes()).containsExactly(Index.of(null, (index) -> index.columns("name")));
	}

	@Test
	void schemasWithTheSameContentsAreEqual() {
		assertThat(example()).isEqualTo(example()).hasSameHashCodeAs(example());
	}

	private static Schema example() {
		return Schema.of((schema) -> schema.namespace("app")
			.extension("citext")
			.enumType("mood", "sad", "happy")
			.sequence("numbers", (sequence) -> sequence.start(5))
			.inSchema("app", (app) -> app.table("users", (users) -> users.column("id", integer())))
			.view("names", "SELECT 1")
			.materializedView("counts", "SELECT 2"));
	}

	@Test
	void objectsOfASchemaAreInItsNamespace() {
		assertThat(example().table(QualifiedName.of("app", "users"))).isNotNull();
		assertThat(example().table(QualifiedName.of("users"))).isNull();
		assertThat(example().enumTypes())
			.containsExactly(new EnumType(QualifiedName.of("mood"), List.of("sad", "happy"), null));
	}

	@Test
	void whatIsWrongIsNamed() {
		QualifiedName users = QualifiedName.of("users");
		assertThatInvalid(() -> QualifiedName.of(" "), "'name' is missing or blank");
		assertThatInvalid(() -> Table.of(users, (table) -> table.column("a", integer()).column("a", text())),
				"'columns' has 'a' twice");
		assertThatInvalid(() -> Table.of(users, (table) -> table.primaryKey("a").primaryKey("b")),
				"'primaryKey' of table 'users' is given twice");
		assertThatInvalid(
				() -> Table.of(users, (table) -> table.foreignKey(List.of("a", "b"), "o", List.of("c"), (key) -> {
				})), "'referredColumns' are 1 for 2 columns that refer to them");
		assertThatInvalid(() -> Column.of("a", integer(), (column) -> column.identity().serverDefault("1")),
				"'serverDefault' of column 'a', an identity and a generation expression exclude each other");
		assertThatInvalid(() -> UniqueConstraint.of("uq"), "'columns' is empty");
		assertThatInvalid(() -> Index.of("ix", (index) -> index.columns("a").nullsNotDistinct()),
				"'nullsNotDistinct' requires 'unique'");
		assertThatInvalid(() -> ExcludeConstraint.of("ex", (exclude) -> exclude.column("a", "= 1) --")),
				"'operator' is '= 1) --', which is not an operator");
		assertThatInvalid(() -> new SequenceOptions(null, 0L, null, null, null, null), "'increment' is zero");
	}

	private static void assertThatInvalid(Runnable construction, String message) {
		assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(construction::run).withMessage(message);
	}

	@Test
	void descendingKeysHaveNullsFirstUnlessToldOtherwise() {
		Index index = Index.of("ix",
				(keys) -> keys.column("a", (key) -> key.descending())
					.column("b", (key) -> key.descending().nullsLast())
					.column("c", (key) -> key.nullsFirst()));
		assertThat(index.keys()).extracting(IndexKey::nullsFirst).containsExactly(true, false, true);
	}

}
