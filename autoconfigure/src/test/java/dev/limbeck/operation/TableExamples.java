package dev.limbeck.operation;

import java.math.BigDecimal;
import java.util.List;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;

import static dev.limbeck.schema.ColumnTypes.bool;
import static dev.limbeck.schema.ColumnTypes.date;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.numeric;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.timestamptz;
import static dev.limbeck.schema.ColumnTypes.varchar;

/**
 * The directives for tables.
 */
class TableExamples {

	@Example(value = "createTable",
			about = "Constraints and indexes without a name get one from the naming convention. Everything is written in one statement if it can be.")
	void createTable(Operations op) {
		op.createTable("users",
				(table) -> table.column("id", integer(), (id) -> id.identity())
					.column("name", varchar(100), (name) -> name.notNull())
					.column("disabled", bool(), (disabled) -> disabled.notNull().serverDefault("false"))
					.column("created", timestamptz(), (created) -> created.notNull().serverDefault("now()"))
					.primaryKey("id")
					.unique("name")
					.index("created")
					.comment("Who may log in"));
	}

	@Example(value = "createTable",
			about = "A column can bring its constraints along. Foreign keys refer to a table in the same schema unless they say another.",
			given = "CREATE TABLE teams (id integer PRIMARY KEY); CREATE TABLE places (x integer, y integer, PRIMARY KEY (x, y))")
	void createTableWithConstraints(Operations op) {
		op.createTable("members",
				(table) -> table.column("id", integer(), (id) -> id.primaryKey())
					.column("team_id", integer(), (team) -> team.notNull()
						.references("teams", "id", (key) -> key.onDelete(ReferentialAction.CASCADE).deferrable()))
					.column("email", text(), (email) -> email.unique().collate("C").comment("Lower case"))
					.column("age", integer(), (age) -> age.check("age >= 0", (check) -> check.name("ck_members_age")))
					.column("x", integer())
					.column("y", integer())
					.column("price", numeric(10, 2), (price) -> price.serverDefaultValue(new BigDecimal("9.99")))
					.column("doubled", numeric(10, 2), (doubled) -> doubled.generatedAs("price * 2"))
					.foreignKey(List.of("x", "y"), "places", List.of("x", "y"),
							(key) -> key.name("fk_members_place")
								.matchFull()
								.onUpdate(ReferentialAction.CASCADE)
								.notValid())
					.check("x < y", (check) -> check.name("ck_members_xy").notValid().comment("Old rows break it"))
					.index((index) -> index.name("ix_members_email").expression("lower(email)").unique()));
	}

	@Example(value = "createTable", about = "With everything else that can be said of a table.",
			given = "CREATE TABLE things (id integer)")
	void createTableWithOptions(Operations op) {
		op.createTable("cache", (table) -> table.ifNotExists()
			.unlogged()
			.column("key", text())
			.inherits(QualifiedName.of("things"))
			.with("fillfactor", "70")
			.with("autovacuum_enabled", "false")
			.exclude((exclude) -> exclude.name("ex_cache_key").using("btree").column("key", "=").where("id > 0")));
	}

	@Example(value = "createTable", about = "In a schema, and partitioned.", given = "CREATE SCHEMA app")
	void createTableInSchema(Operations op) {
		op.inSchema("app")
			.createTable("events",
					(table) -> table.column("id", integer(), (id) -> id.notNull())
						.column("day", date(), (day) -> day.notNull())
						.primaryKey("id", "day")
						.partitionBy("RANGE (day)"));
	}

	@Example(value = "dropTable", given = "CREATE TABLE users (id integer)", reversible = false)
	void dropTable(Operations op) {
		op.dropTable("users");
	}

	@Example(value = "dropTable", given = "CREATE TABLE users (id integer); CREATE VIEW names AS SELECT id FROM users",
			reversible = false)
	void dropTableIfExists(Operations op) {
		op.dropTable("users", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "renameTable", given = "CREATE TABLE users (id integer)")
	void renameTable(Operations op) {
		op.renameTable("users", "accounts");
	}

	@Example(value = "setTableSchema",
			about = "Indexes, constraints and the sequences of the columns go with the table. `null` is the schema in which the connection would create it.",
			given = "CREATE SCHEMA sales; CREATE TABLE users (id serial PRIMARY KEY)")
	void setTableSchema(Operations op) {
		op.setTableSchema("users", "sales");
	}

	@Example(value = "setTableSchema", given = "CREATE SCHEMA sales; CREATE TABLE sales.users (id integer)")
	void setDefaultSchema(Operations op) {
		op.inSchema("sales").setTableSchema("users", null);
	}

	@Example(value = "commentOnTable", about = "`null` takes the comment away.",
			given = "CREATE TABLE users (id integer)", reversible = false)
	void commentOnTable(Operations op) {
		op.commentOnTable("users", "Who may log in; it's a person");
	}

	@Example(value = "alterTable",
			about = "Several changes in one statement, so that the table is locked and rewritten once. A rename ends the statement.",
			given = "CREATE TABLE teams (id integer PRIMARY KEY);"
					+ " CREATE TABLE users (id integer, name varchar(10), old text, CONSTRAINT ck_old CHECK (old <> ''))",
			reversible = false)
	void alterTable(Operations op) {
		op.alterTable("users",
				(table) -> table.addColumn("team_id", integer(), (team) -> team.comment("May be none"))
					.dropConstraint("ck_old")
					.dropColumn("old")
					.alterColumn("name", (name) -> name.type(text()).notNull())
					.primaryKey("id")
					.foreignKey("team_id", "teams", "id")
					.check("name <> ''", (check) -> check.name("ck_users_name").notValid())
					.validateConstraint("ck_users_name"));
	}

	@Example(value = "attachPartition",
			given = "CREATE TABLE events (day date) PARTITION BY RANGE (day);" + " CREATE TABLE events_2026 (day date)")
	void attachPartition(Operations op) {
		op.attachPartition("events", "events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
	}

	@Example(value = "detachPartition", given = "CREATE TABLE events (day date) PARTITION BY RANGE (day);"
			+ " CREATE TABLE events_2026 PARTITION OF events DEFAULT", reversible = false)
	void detachPartition(Operations op) {
		op.detachPartition("events", "events_2026");
	}

	@Example(value = "detachPartitionConcurrently",
			given = "CREATE TABLE events (day date) PARTITION BY RANGE (day);"
					+ " CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
			reversible = false)
	void detachPartitionConcurrently(Operations op) {
		op.autocommit((outside) -> outside.detachPartitionConcurrently("events", "events_2026"));
	}

}
