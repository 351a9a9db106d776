package dev.limbeck.operation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ColumnTypes;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;

import static dev.limbeck.schema.ColumnTypes.array;
import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.bool;
import static dev.limbeck.schema.ColumnTypes.bytea;
import static dev.limbeck.schema.ColumnTypes.date;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.jsonb;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.numeric;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.timestamptz;
import static dev.limbeck.schema.ColumnTypes.uuid;
import static dev.limbeck.schema.ColumnTypes.varchar;

/**
 * The operations that make a schema of more than thirty tables, among which is every
 * operation that there is.
 */
final class LargeSchema {

	private static final int TABLES = 30;

	private LargeSchema() {
	}

	static List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		Operations op = Operations.of(operations::add);
		createObjects(op);
		for (int i = 0; i < TABLES; i++) {
			createTable(op, i);
		}
		changeTables(op);
		changeConstraints(op);
		changeObjects(op);
		dropThings(op);
		return operations;
	}

	private static void createObjects(Operations op) {
		op.createSchema("app", (schema) -> schema.comment("The \"app\""));
		op.createSchema("gone");
		op.createExtension("pg_trgm", (extension) -> extension.schema("app"));
		op.createExtension("hstore");
		op.createEnum("mood", "sad", "ok", "happy");
		op.createEnum("dropped_mood", "x");
		op.addEnumValue("mood", "it's", (value) -> value.before("ok"));
		op.renameEnumValue("mood", "sad", "very sad");
		op.inSchema("app").createSequence("numbers", (sequence) -> sequence.start(10).increment(5).cycle());
		op.createSequence("dropped_numbers");
		op.createFunction("twice",
				(function) -> function.arguments("n integer")
					.returns("integer")
					.options("IMMUTABLE")
					.body("SELECT n * 2;\n-- 'quoted' \\ $x$ $body$\n"));
		op.createProcedure("nothing", (procedure) -> procedure.language("plpgsql").body("BEGIN\n\tNULL;\nEND"));
		op.createFunction("dropped", (function) -> function.returns("integer").body("SELECT 1"));
	}

	private static void createTable(Operations op, int i) {
		Operations at = (i % 3 == 0) ? op.inSchema("app") : op;
		at.createTable("table_" + i, (table) -> {
			table.column("id", bigint(), (id) -> id.notNull().identity((identity) -> identity.start(i + 1L)))
				.column("name", varchar(100 + i), (name) -> name.notNull().comment("Name of \\" + i + "'s"))
				.column("amount", numeric(10, 2), (amount) -> amount.serverDefaultValue(new BigDecimal("1." + i)))
				.column("made", timestamptz(), (made) -> made.notNull().serverDefault("now()"))
				.column("tags", array(text()))
				.column("size", integer(), (size) -> size.generatedAs("length(name)"))
				.primaryKey("id")
				.unique(List.of("name"), (key) -> key.name("uq_names_" + i).include("amount"))
				.check("amount > " + i, (check) -> check.name("ck_amount_" + i))
				.index((index) -> index.column("made", (key) -> key.descending().nullsLast())
					.expression("lower(name)")
					.where("amount < 100"))
				.with("fillfactor", String.valueOf(70 + i % 30));
			if (i >= 3) {
				table.column("up", bigint())
					.foreignKey("up", "table_" + (i - 3), "id",
							(key) -> key.onDelete((i % 2 == 0) ? ReferentialAction.CASCADE : ReferentialAction.SET_NULL)
								.initiallyDeferred());
			}
		});
	}

	private static void changeTables(Operations op) {
		op.addColumn("table_1", "mood", named("mood"), (mood) -> mood.notNull().serverDefault("'ok'"));
		op.addColumn("table_1", "extra", varchar(5), (extra) -> extra.notNull());
		op.alterColumn("table_1", "extra",
				(name) -> name.type(text()).usingCast().nullable().comment("Longer").serverDefaultValue("it's"));
		op.renameColumn("table_1", "tags", "labels");
		op.commentOnColumn("table_1", "labels", "What it is called\nby others");
		op.dropColumn("table_1", "amount", (drop) -> drop.cascade());
		op.alterTable("table_2",
				(table) -> table.addColumn("data", jsonb(), (data) -> data.serverDefaultValue(Json.of("{\"a\": [1]}")))
					.addColumn("raw", bytea())
					.alterColumn("name", (name) -> name.nullable())
					.add(CheckConstraint.of("ck_size", "size < 1000"))
					.dropConstraint("ck_amount_2"));
		op.commentOnTable("table_2", "Two");
		op.renameTable("table_4", "table_four");
		op.inSchema("app")
			.createTable("events",
					(table) -> table.column("day", date(), (day) -> day.notNull())
						.column("n", integer())
						.partitionBy("RANGE (day)"));
		for (String part : List.of("events_old", "events_new")) {
			op.inSchema("app")
				.createTable(part,
						(table) -> table.column("day", date(), (day) -> day.notNull()).column("n", integer()));
		}
		op.inSchema("app").attachPartition("events", "events_old", "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')");
		op.inSchema("app").attachPartition("events", "events_new", "FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')");
		op.inSchema("app").detachPartition("events", "events_old");
		op.createTable("values",
				(table) -> table.column("id", uuid(), (id) -> id.primaryKey())
					.column("note", text())
					.column("day", date())
					.column("at", timestamptz())
					.column("price", numeric())
					.column("raw", bytea())
					.column("yes", bool())
					.column("words", array(text())));
		op.bulkInsert("values", (rows) -> rows.columns("id", "note", "day", "at", "price", "raw", "yes", "words")
			.row(UUID.fromString("00000000-0000-0000-0000-000000000001"), "x'\"\\\n", LocalDate.of(2026, 11, 21),
					OffsetDateTime.parse("2026-11-21T10:15:30+01:00"), new BigDecimal("1.50"), new byte[] { 0, -1 },
					true, List.of("a", "b,c"))
			.row(UUID.fromString("00000000-0000-0000-0000-000000000002"), null, null, null, null, null, null, null));
		op.execute("INSERT INTO table_2 (name, data, made) VALUES (?, ?, ?)", "zwei", Json.of("{}"),
				OffsetDateTime.parse("2026-11-21T10:15:30+01:00"));
	}

	private static void changeConstraints(Operations op) {
		op.createTable("bare",
				(table) -> table.column("a", integer(), (a) -> a.notNull())
					.column("b", integer())
					.column("c", ColumnTypes.type("int4range"))
					.column("d", integer(), (d) -> d.notNull()));
		op.createPrimaryKey(null, "bare", "a");
		op.createUniqueConstraint("uq_bare", "bare", List.of("b"), (key) -> {
			// Not known to version 14
			if (Integer.getInteger("postgres.version", 18) >= 15) {
				key.nullsNotDistinct();
			}
		});
		op.createForeignKey("fk_bare", "bare", List.of("b"), "bare", List.of("a"), (key) -> key.notValid());
		op.createCheckConstraint("ck_bare", "bare", "b > 0", (check) -> check.notValid().noInherit());
		op.createExcludeConstraint("ex_bare", "bare", (exclude) -> exclude.column("c", "&&"));
		op.createIndex("ix_bare", "bare", (index) -> index.columns("d").unique());
		op.createUniqueConstraintFromIndex("uq_d", "bare", "ix_bare");
		op.validateConstraint("ck_bare", "bare");
		op.renameConstraint("uq_bare", "bare", "uq_b");
		op.commentOnConstraint("fk_bare", "bare", "Itself");
		op.dropConstraint("ex_bare", "bare", (drop) -> drop.ifExists());
		op.createIndex("ix_later", "bare", (index) -> index.columns("b", "a").concurrently());
		op.createIndex("ix_gone", "bare", "b");
		op.renameIndex("ix_later", "ix_b_a");
	}

	private static void changeObjects(Operations op) {
		op.inSchema("app").alterSequence("numbers", (sequence) -> sequence.increment(7).restart(100));
		op.inSchema("app").renameSequence("numbers", "numbered");
		op.createEnum("colour", "red");
		op.renameEnum("colour", "color");
		op.createTable("moved", (table) -> table.column("id", integer()));
		op.setTableSchema("moved", "app");
		op.createSequence("moved_numbers");
		op.setSequenceSchema("moved_numbers", "app");
		op.createEnum("moved_colour", "red");
		op.setEnumSchema("moved_colour", "app");
		op.createView("names", "SELECT name FROM table_2\nWHERE size > 1", (view) -> view.checkOption().comment("All"));
		op.createView("dropped_view", "SELECT 1 AS one");
		op.createMaterializedView("totals", "SELECT count(*) AS n FROM table_2",
				(view) -> view.index((index) -> index.name("ix_totals").columns("n").unique()));
		op.createMaterializedView("dropped_totals", "SELECT 1 AS one");
		op.refreshMaterializedView("totals");
		op.commentOn(ObjectKind.TYPE, "color", "A color");
		op.autocommit((outside) -> outside.execute("VACUUM table_2"));
	}

	private static void dropThings(Operations op) {
		op.dropView("dropped_view");
		op.dropMaterializedView("dropped_totals");
		op.dropFunction("dropped", "");
		op.dropEnum("dropped_mood");
		op.dropSequence("dropped_numbers");
		op.dropIndex("ix_gone");
		op.dropTable("table_28");
		op.dropExtension("hstore");
		op.dropSchema("gone");
		op.invoke(new CommentOnTable(QualifiedName.of("app", "table_0"), "Zero", new PreviousComment(null)));
	}

}
