package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Names and values from anywhere do what they say and nothing else.
 */
class InjectionTests {

	static Stream<String> names() {
		return Stream.of("x\"; drop table victim;--", "x'; drop table victim;--", "x\\'; drop table victim;--", "a.b",
				"Ü", "\"", "''", "a\nb", "$$", "x); drop table victim; --", "/*", "select", "\uD83D\uDE00",
				"é".repeat(28));
	}

	@ParameterizedTest
	@MethodSource("names")
	void anythingIsAName(String name) {
		TestDatabase database = PostgresServer.shared().createDatabase();
		database.execute("CREATE TABLE victim (a integer)");
		DdlWriter writer = new PostgresqlDdlWriter(14, NamingConvention.standard());
		Operations top = Operations.of((operation) -> execute(database, writer.write(operation)));
		top.createSchema(name, (schema) -> schema.comment(name));
		Operations op = top.inSchema(name);
		op.createEnum(name + "e", name);
		op.createTable(name,
				(table) -> table
					.column(name, named(name, name + "e"), (column) -> column.comment(name).serverDefaultValue(name))
					.column("id", integer(), (id) -> id.identity())
					.primaryKey("id")
					.unique(name)
					.index(name)
					.check("id > 0", (check) -> check.name(name + "c").comment(name))
					.comment(name));
		op.createSequence(name + "s", (sequence) -> sequence.comment(name).ownedBy(name, name));
		op.createView(name + "v", "SELECT 1", (view) -> view.columns(name).comment(name));
		op.createFunction(name + "f", (function) -> function.returns("integer").body("SELECT 1").comment(name));
		op.bulkInsert(name, (rows) -> rows.columns(name).row(name));
		op.addColumn(name, name + "2", text(), (column) -> column.serverDefaultValue(name));
		op.renameColumn(name, name + "2", name + "3");
		op.execute("UPDATE ? SET ? = ?", QualifiedName.of(name, name), QualifiedName.of(name + "3"), name);
		assertThat(database.query("SELECT to_regclass('public.victim')")).containsExactly("victim");
		String relation = new PostgresqlNames().name(QualifiedName.of(name, name));
		assertThat(database.query("SELECT nspname FROM pg_namespace WHERE obj_description(oid) = nspname"))
			.contains(name);
		assertThat(database.query("SELECT relname FROM pg_class WHERE obj_description(oid, 'pg_class') = relname"))
			.containsExactly(name);
		assertThat(database.query("SELECT " + new PostgresqlNames().name(name + "3") + " FROM " + relation))
			.containsExactly(name);
		assertThat(database.query("SELECT " + new PostgresqlNames().name(name) + " FROM " + relation))
			.containsExactly(name);
		op.dropSequence(name + "s", (drop) -> drop.ifExists());
		op.dropTable(name);
		top.dropSchema(name, (drop) -> drop.cascade());
		assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname LIKE 'victim'")).containsExactly("1");
	}

	private static void execute(TestDatabase database, List<DdlStatement> statements) {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (DdlStatement ddl : statements) {
				statement.execute(ddl.sql());
			}
		}
		catch (SQLException ex) {
			throw new AssertionError(statements.toString(), ex);
		}
	}

	@Test
	void sqlThatWouldLeaveItsPlaceIsRefusedInEveryPlace() {
		String evil = "1); DROP TABLE victim; --";
		List<Consumer<Operations>> attempts = List.of((op) -> op.createCheckConstraint("c", "t", evil),
				(op) -> op.addColumn("t", "a", integer(), (a) -> a.serverDefault(evil)),
				(op) -> op.addColumn("t", "a", integer(), (a) -> a.generatedAs(evil)),
				(op) -> op.alterColumn("t", "a", (a) -> a.type(integer()).using(evil)),
				(op) -> op.createIndex("i", "t", (index) -> index.expression(evil)),
				(op) -> op.createIndex("i", "t", (index) -> index.columns("a").where(evil)),
				(op) -> op.createExcludeConstraint("e", "t", (e) -> e.column("a", "=").where(evil)),
				(op) -> op.createView("v", evil), (op) -> op.createMaterializedView("v", evil),
				(op) -> op.createTable("t", (table) -> table.partitionBy(evil)),
				(op) -> op.attachPartition("t", "p", evil),
				(op) -> op.createFunction("f", (f) -> f.body("x").arguments(evil)),
				(op) -> op.createFunction("f", (f) -> f.body("x").returns(evil)),
				(op) -> op.createFunction("f", (f) -> f.body("x").options(evil)),
				(op) -> op.bulkInsert("t", (rows) -> rows.columns("a").row(SqlExpression.sql(evil))));
		DdlWriter writer = new PostgresqlDdlWriter(18, NamingConvention.standard());
		for (Consumer<Operations> attempt : attempts) {
			assertThatExceptionOfType(UnwritableOperationException.class)
				.isThrownBy(() -> attempt.accept(Operations.of((operation) -> writer.write(operation))))
				.withMessageContaining("has a semicolon in it");
		}
	}

}
