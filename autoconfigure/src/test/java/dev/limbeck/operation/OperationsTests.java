package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Operations}: what a sink gets, and what is refused.
 */
class OperationsTests {

	private final List<Operation> performed = new ArrayList<>();

	private final Operations op = Operations.of(this.performed::add);

	@Test
	void sinkGetsOperationsInOrder() {
		this.op.dropTable("a");
		this.op.inSchema("s").dropTable("b");
		this.op.execute("SELECT 1");
		this.op.inSchema("s").inSchema(null).dropTable("c");
		assertThat(this.performed).containsExactly(new DropTable(QualifiedName.of("a"), false, false, null),
				new DropTable(QualifiedName.of("s", "b"), false, false, null), new ExecuteSql("SELECT 1", List.of()),
				new DropTable(QualifiedName.of("c"), false, false, null));
	}

	@Test
	void directiveMakesARecordThatIsEqualToOneMadeByHand() {
		this.op.createTable("users", (table) -> table.column("id", integer(), (id) -> id.notNull()).primaryKey("id"));
		Table users = Table.of(QualifiedName.of("users"),
				(table) -> table.column("id", integer(), (id) -> id.notNull()).primaryKey("id"));
		assertThat(this.performed).containsExactly(new CreateTable(users, false));
	}

	@Test
	void sinkMayKeepABlockOrCarryItOutAsItComes() {
		this.op.inSchema("s").autocommit((outside) -> outside.dropTable("a"));
		DropTable drop = new DropTable(QualifiedName.of("s", "a"), false, false, null);
		assertThat(this.performed).containsExactly(new Autocommit(List.of(drop)));
		List<String> calls = new ArrayList<>();
		Operations.of(new OperationSink() {

			@Override
			public void accept(Operation operation) {
				calls.add(operation.getClass().getSimpleName());
			}

			@Override
			public void autocommit(Consumer<OperationSink> block) {
				calls.add("begin");
				block.accept(this);
				calls.add("end");
			}

		}).autocommit((outside) -> {
			outside.dropTable("a");
			calls.add("in between");
			outside.execute("SELECT 1");
		});
		assertThat(calls).containsExactly("begin", "DropTable", "in between", "ExecuteSql", "end");
	}

	@Test
	void wrongUseNamesTheDirectiveAndTheField() {
		refused("op.createTable: 'columns' has 'a' twice", "columns",
				() -> this.op.createTable("t", (table) -> table.column("a", integer()).column("a", text())));
		refused("op.createTable: 'length' of varchar is 0, less than one", "length",
				() -> this.op.createTable("t", (table) -> table.column("a", varchar(0))));
		refused("op.dropTable: 'name' is missing or blank", "name", () -> this.op.dropTable(""));
		refused("op.renameTable: 'newName' is missing or blank", "newName", () -> this.op.renameTable("t", " "));
		refused("op.alterColumn: 'changes' is empty", "changes", () -> this.op.alterColumn("t", "a", (a) -> {
		}));
		refused("op.alterColumn: 'changes' has SetNullable twice", "changes",
				() -> this.op.alterColumn("t", "a", (a) -> a.notNull().nullable()));
		refused("op.alterColumn: 'type' is missing, though there is a 'using' or a collation", "type",
				() -> this.op.alterColumn("t", "a", (a) -> a.using("b")));
		refused("op.alterColumn: 'using' and a cast exclude each other", "using",
				() -> this.op.alterColumn("t", "a", (a) -> a.type(text()).using("b").usingCast()));
		refused("op.alterColumn: 'serverDefault' and 'identity' exclude each other", "serverDefault",
				() -> this.op.alterColumn("t", "a", (a) -> a.serverDefault("1").addIdentity((i) -> {
				})));
		refused("op.createIndex: 'keys' is empty", "keys", () -> this.op.createIndex("ix", "t"));
		refused("op.dropIndex: 'cascade' and 'concurrently' exclude each other", "cascade",
				() -> this.op.dropIndex("ix", (drop) -> drop.concurrently().cascade()));
		refused("op.createForeignKey: 'referredColumns' are 1 for 2 columns that refer to them", "referredColumns",
				() -> this.op.createForeignKey("fk", "t", List.of("a", "b"), "o", List.of("c"), (key) -> {
				}));
		refused("op.addEnumValue: 'before' and 'after' exclude each other", "before",
				() -> this.op.addEnumValue("e", "v", (value) -> value.before("a").after("b")));
		refused("op.alterSequence: 'options' is empty, and nothing else is to be changed", "options",
				() -> this.op.alterSequence("s", (sequence) -> {
				}));
		refused("op.createFunction: 'body' is missing", "body", () -> this.op.createFunction("f", (function) -> {
		}));
		refused("op.refreshMaterializedView: 'concurrently' goes with data only", "concurrently",
				() -> this.op.refreshMaterializedView("v", (refresh) -> refresh.concurrently().withNoData()));
		refused("op.alterTable: 'operations' is empty", "operations", () -> this.op.alterTable("t", (table) -> {
		}));
		assertThat(this.performed).isEmpty();
	}

	@Test
	void withoutRowsThereIsNothingToInsert() {
		this.op.bulkInsert("t", List.of());
		assertThat(this.performed).isEmpty();
	}

	@Test
	void rowsMustFitTheirColumns() {
		refused("op.bulkInsert: 'columns' is empty", "columns", () -> this.op.bulkInsert("t", (rows) -> rows.row(1)));
		refused("op.bulkInsert: 'rows' has 1 values for 2 columns in row 2", "rows",
				() -> this.op.bulkInsert("t", (rows) -> rows.columns("a", "b").row(1, 2).row(3)));
		refused("op.bulkInsert: 'rows' is missing or has a null in it", "rows",
				() -> this.op.bulkInsert("t", (List<Map<String, Object>>) missing()));
		refused("op.bulkInsert: 'rows' is missing", "rows",
				() -> this.op.bulkInsert("t", (Consumer<RowsBuilder>) missing()));
		refused("op.bulkInsert: 'rows' has the columns [b] in row 2, and [a] in the first", "rows",
				() -> this.op.bulkInsert("t", List.of(Map.of("a", 1), Map.of("b", 2))));
	}

	private static void refused(String message, String field, Runnable use) {
		assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(use::run)
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getField()).isEqualTo(field));
	}

	@Test
	void tableIsAlteredByWhatIsAboutIt() {
		QualifiedName table = QualifiedName.of("t");
		assertThatExceptionOfType(InvalidOperationException.class)
			.isThrownBy(() -> new AlterTable(table, List.of(new RenameTable(table, "u"))))
			.withMessage("'operations' has RenameTable, which is not about a column or constraint of table 't'");
		assertThatExceptionOfType(InvalidOperationException.class)
			.isThrownBy(() -> new AlterTable(table, List.of(new ValidateConstraint(QualifiedName.of("u"), "c"))));
	}

	@Test
	void whatWasNotToldCannotBeUndone() {
		this.op.dropTable("t");
		this.op.alterColumn("t", "a", (a) -> a.notNull());
		this.op.commentOnTable("t", "c");
		this.op.createView("v", "SELECT 1", (view) -> view.orReplace());
		assertThat(this.performed).allMatch((operation) -> operation.inverse() == null);
	}

	@Test
	void whatWasToldCanBeUndoneTwice() {
		QualifiedName t = QualifiedName.of("t");
		View before = new View(QualifiedName.of("v"), List.of(), "SELECT 1", Map.of(), null, null);
		View after = new View(QualifiedName.of("v"), List.of(), "SELECT 2", Map.of(), null, null);
		for (Operation operation : List.of(
				new DropTable(t, false, false, Table.of(t, (table) -> table.column("a", text()))),
				new CommentOnTable(t, "new", new PreviousComment(null)),
				new CommentOnColumn(t, "a", null, new PreviousComment("old")),
				new CommentOnConstraint(t, "c", "new", new PreviousComment("old")),
				new CommentOnObject(ObjectKind.INDEX, t, "new", new PreviousComment("old")),
				new DropConstraint(t, "c", false, false, CheckConstraint.of("c", "a > 0")),
				new CreateView(after, true, before), new DropView(QualifiedName.of("v"), false, false, before),
				new DetachPartition(t, QualifiedName.of("p"), false, "DEFAULT"))) {
			Operation inverse = Objects.requireNonNull(operation.inverse());
			assertThat(inverse).isNotEqualTo(operation);
			assertThat(inverse.inverse()).isEqualTo(operation);
		}
	}

	@Test
	void nullsAmongValuesAreKept() {
		this.op.execute("SELECT ?", (Object) null);
		assertThat(((ExecuteSql) this.performed.get(0)).parameters()).containsExactly((Object) null);
	}

	@Test
	void nullInThePlaceOfAllValuesIsOneValue() {
		this.op.execute("SELECT ?", OperationsTests.<Object[]>missing());
		this.op.bulkInsert("t", (rows) -> rows.columns("a").row(OperationsTests.<Object[]>missing()));
		List<@Nullable Object> values = Collections.singletonList(null);
		assertThat(this.performed).containsExactly(new ExecuteSql("SELECT ?", values),
				new BulkInsert(QualifiedName.of("t"), List.of("a"), List.of(values)));
	}

	// What a caller gives that no compiler checks for nulls
	@SuppressWarnings({ "NullAway", "TypeParameterUnusedInFormals" })
	private static <T> T missing() {
		return null;
	}

}
