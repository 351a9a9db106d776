package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.CustomOperation;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.QualifiedName;
import org.junit.jupiter.api.Test;

import static dev.limbeck.schema.ColumnTypes.array;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.numeric;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostgresqlDdlWriter} beyond the examples of the documentation.
 */
class PostgresqlDdlWriterTests {

	private static List<DdlStatement> write(int version, Consumer<Operations> directives) {
		DdlWriter writer = new PostgresqlDdlWriter(version, NamingConvention.standard());
		List<DdlStatement> statements = new ArrayList<>();
		directives.accept(Operations.of((operation) -> statements.addAll(writer.write(operation))));
		return statements;
	}

	private static List<String> sql(Consumer<Operations> directives) {
		return write(18, directives).stream().map(DdlStatement::sql).toList();
	}

	@Test
	void versionsBefore14AreRefused() {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> new PostgresqlDdlWriter(13, NamingConvention.standard()))
			.withMessageContaining("PostgreSQL 13");
		assertThat(new PostgresqlDdlWriter(19, NamingConvention.standard())).isNotNull();
	}

	@Test
	void whatAVersionDoesNotKnowSaysWhichDoes() {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> write(14,
					(op) -> op.createIndex("ix", "t", (index) -> index.columns("a").unique().nullsNotDistinct())))
			.withMessage("PostgreSQL 14 does not know NULLS NOT DISTINCT, which came with version 15.");
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> write(14, (op) -> op.addColumn("t", "a", numeric(2, -3))))
			.withMessageContaining("came with version 15");
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> write(17, (op) -> op.addColumn("t", "a", text(), (a) -> a.generatedVirtualAs("b"))))
			.withMessageContaining("came with version 18");
	}

	@Test
	void onlyWhatTheServerRefusesInATransactionIsOutsideOfOne() {
		assertThat(write(18, (op) -> {
			op.createIndex("ix", "t", (index) -> index.columns("a").concurrently().comment("c"));
			op.dropIndex("ix", (drop) -> drop.concurrently());
			op.detachPartitionConcurrently("t", "p");
			op.addEnumValue("e", "v");
			op.execute("VACUUM; UPDATE t SET a = 1; DO $$ BEGIN END $$");
		})).extracting(DdlStatement::transactional).containsExactly(false, true, false, false, true, false, true, true);
	}

	@Test
	void statementsThatControlTransactionsAreRefused() {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> sql((op) -> op.execute("UPDATE t SET a = 1; COMMIT")))
			.withMessage("The statement 'COMMIT' would start or end a transaction.");
	}

	@Test
	void sqlThatIsNoneIsRefusedWithItsPosition() {
		assertThatExceptionOfType(UnwritableOperationException.class)
			.isThrownBy(() -> sql((op) -> op.execute("SELECT 'a")))
			.withMessageStartingWith("The SQL of op.execute has an unterminated quoted string at position 8")
			.satisfies((ex) -> assertThat(ex.getAction()).isEqualTo("Add the closing single quote."));
	}

	@Test
	void namesAreQuotedEverywhere() {
		assertThat(sql((op) -> op.inSchema("My App")
			.createTable("Order",
					(table) -> table.column("User", named("My App", "Mood"))
						.column("tags", array(type("\"Tag\"")))
						.primaryKey("User")
						.index("User")
						.comment("x"))))
			.containsExactly("""
					CREATE TABLE "My App"."Order" (
					    "User" "My App"."Mood",
					    tags "Tag"[],
					    CONSTRAINT "pk_Order" PRIMARY KEY ("User")
					)""", "CREATE INDEX \"ix_Order_User\" ON \"My App\".\"Order\" (\"User\")",
					"COMMENT ON TABLE \"My App\".\"Order\" IS 'x'");
	}

	@Test
	void rowsAreInsertedInBatches() {
		List<String> statements = sql((op) -> op.bulkInsert("t", (rows) -> {
			rows.columns("a");
			for (int i = 0; i < 1001; i++) {
				rows.row(i);
			}
		}));
		assertThat(statements).hasSize(3);
		assertThat(statements.get(2)).isEqualTo("INSERT INTO t (a) VALUES\n    (1000)");
		String large = "x".repeat(300_000);
		assertThat(sql((op) -> op.bulkInsert("t", (rows) -> rows.columns("a").row(large).row(large)))).hasSize(2);
		assertThat(sql((op) -> op.bulkInsert("t", (rows) -> rows.columns("a")))).isEmpty();
	}

	@Test
	void tableWithoutColumnsIsATable() {
		assertThat(sql((op) -> op.createTable("t", (table) -> {
		}))).containsExactly("CREATE TABLE t ()");
	}

	@Test
	void renameEndsTheStatementOfATable() {
		assertThat(sql((op) -> op.alterTable("t",
				(table) -> table.alterColumn("a", (a) -> a.notNull().rename("b")).addColumn("a", integer()))))
			.containsExactly("ALTER TABLE t ALTER COLUMN a SET NOT NULL", "ALTER TABLE t RENAME COLUMN a TO b",
					"ALTER TABLE t ADD COLUMN a integer");
	}

	@Test
	void constraintThatCannotBePartOfAddColumnIsNotAddedIfTheColumnMayExist() {
		assertThat(sql((op) -> op.addColumn("t", "a", integer(), (a) -> a.check("a > 0", (check) -> check.notValid()))))
			.singleElement()
			.asString()
			.contains("ADD COLUMN a integer,\n    ADD CONSTRAINT");
		assertThatExceptionOfType(UnwritableOperationException.class).isThrownBy(() -> sql((op) -> op.addColumn("t",
				"a", integer(), (a) -> a.ifNotExists().check("a > 0", (check) -> check.notValid()))));
	}

	@Test
	void customOperationIsWrittenAsWhatItIsMadeOf() {
		assertThat(sql((op) -> op.invoke(new RowSecurity("Users")))).containsExactly(
				"ALTER TABLE \"Users\" ENABLE ROW LEVEL SECURITY", "COMMENT ON TABLE \"Users\" IS 'guarded'");
	}

	@Test
	void bodiesAreQuotedSoThatNothingEndsThem() {
		for (String body : List.of("a", "$$", "a$", "$body1$", "$$ $body1$ x$body2", "")) {
			if (!body.isEmpty()) {
				String sql = sql((op) -> op.createFunction("f", (f) -> f.returns("text").body(body))).get(0);
				String quoted = sql.substring(sql.indexOf("AS ") + 3);
				assertThat(new PostgresqlLexer(quoted).next().end()).as(quoted).isEqualTo(quoted.length());
			}
		}
	}

	@Test
	void defaultsOfArgumentsAreNoPartOfAnAddress() {
		assertThat(sql((op) -> op.dropFunction("f",
				"a numeric(10,2) DEFAULT least(1, 2), b text = ',', c integer := 3, d text[]")))
			.containsExactly("DROP FUNCTION f(a numeric(10,2), b text, c integer, d text[])");
	}

	@Test
	void namesThatWereNotGivenAreGivenToWhatUndoesTheOperationToo() {
		List<Operation> operations = new ArrayList<>();
		Operations op = Operations.of(operations::add);
		op.createUniqueConstraint(null, "t", "a");
		op.createIndex(null, "t", "b");
		assertThat(operations).allMatch((operation) -> operation.inverse() != null);
		assertThat(operations.stream()
			.flatMap((operation) -> new PostgresqlDdlWriter(14, NamingConvention.standard())
				.write(Objects.requireNonNull(operation.inverse()))
				.stream())
			.map(DdlStatement::sql)).containsExactly("ALTER TABLE t DROP CONSTRAINT uq_t_a", "DROP INDEX ix_t_b");
	}

	private record RowSecurity(String table) implements CustomOperation {

		@Override
		public void perform(Operations op) {
			op.execute("ALTER TABLE ? ENABLE ROW LEVEL SECURITY", QualifiedName.of(this.table));
			op.commentOnTable(this.table, "guarded");
		}

	}

}
