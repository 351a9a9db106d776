package dev.limbeck.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;

import static dev.limbeck.schema.ColumnTypes.array;
import static dev.limbeck.schema.ColumnTypes.date;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.type;

/**
 * The directives for schemas, extensions, statements and rows.
 */
class DatabaseExamples {

	@Example("createSchema")
	void createSchema(Operations op) {
		op.createSchema("app");
	}

	@Example(value = "createSchema", given = "")
	void createSchemaWithEverything(Operations op) {
		op.createSchema("app", (schema) -> schema.ifNotExists().owner("pg_monitor").comment("What is ours"));
	}

	@Example(value = "dropSchema", given = "CREATE SCHEMA app", reversible = false)
	void dropSchema(Operations op) {
		op.dropSchema("app");
	}

	@Example(value = "dropSchema", given = "CREATE SCHEMA app; CREATE TABLE app.t ()", reversible = false)
	void dropSchemaIfExists(Operations op) {
		op.dropSchema("app", (drop) -> drop.ifExists().cascade());
	}

	@Example("createExtension")
	void createExtension(Operations op) {
		op.createExtension("citext");
		op.createTable("people", (table) -> table.column("email", type("citext"), (email) -> email.notNull()));
	}

	@Example(value = "createExtension", given = "CREATE SCHEMA extensions", reversible = false)
	void createExtensionWithEverything(Operations op) {
		op.createExtension("earthdistance",
				(extension) -> extension.ifNotExists()
					.schema("extensions")
					.version("1.1")
					.cascade()
					.comment("How far it is"));
	}

	@Example(value = "dropExtension", given = "CREATE EXTENSION citext", reversible = false)
	void dropExtension(Operations op) {
		op.dropExtension("citext");
	}

	@Example(value = "dropExtension", given = "CREATE EXTENSION citext; CREATE TABLE t (email citext)",
			reversible = false)
	void dropExtensionIfExists(Operations op) {
		op.dropExtension("citext", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "commentOn", about = "For tables, columns and constraints there are directives of their own.",
			given = "CREATE SEQUENCE order_numbers; CREATE MATERIALIZED VIEW one AS SELECT 1; CREATE SCHEMA app",
			reversible = false)
	void commentOn(Operations op) {
		op.commentOn(ObjectKind.SEQUENCE, "order_numbers", "Printed on the bill");
		op.commentOn(ObjectKind.MATERIALIZED_VIEW, "one", "Just one");
		op.commentOn(ObjectKind.SCHEMA, "app", "What is ours");
	}

	@Example(value = "execute", about = "One or more statements, as they stand.",
			given = "CREATE TABLE users (name text); INSERT INTO users VALUES (' a ')", reversible = false)
	void execute(Operations op) {
		op.execute("UPDATE users SET name = trim(name)");
	}

	@Example(value = "execute",
			about = "With values, which become literals in the place of the question marks. A `QualifiedName` becomes a name. An operator with a question mark is written with two.",
			given = "CREATE TABLE \"Users\" (name text, data jsonb, since date)", reversible = false)
	void executeWithParameters(Operations op) {
		op.execute("INSERT INTO ? (name, data, since) VALUES (?, ?, ?); DELETE FROM ? WHERE data ?? 'gone'",
				QualifiedName.of("Users"), "O'Neill", Json.of("{\"a\": 1}"), LocalDate.of(2026, 11, 21),
				QualifiedName.of("Users"));
	}

	@Example(value = "bulkInsert", about = "Up to 500 rows become one statement.", reversible = false)
	void bulkInsert(Operations op) {
		op.createTable("users",
				(table) -> table.column("id", integer())
					.column("name", text())
					.column("born", date())
					.column("tags", array(text())));
		op.bulkInsert("users",
				(rows) -> rows.columns("id", "name", "born", "tags")
					.row(1, "Ann", LocalDate.of(1990, 5, 17), List.of("a", "b"))
					.row(2, "O'Neill", null, List.of())
					.row(3, "Cem", SqlExpression.sql("current_date"), null));
	}

	@Example(value = "bulkInsert", given = "CREATE TABLE users (id integer, name text)", reversible = false)
	void bulkInsertOfMaps(Operations op) {
		op.bulkInsert("users",
				List.of(new TreeMap<>(Map.of("id", 1, "name", "Ann")), new TreeMap<>(Map.of("id", 2, "name", "Ben"))));
	}

	@Example(value = "autocommit",
			about = "What was done before is committed first. What is done in the block is not undone if something fails, so a revision had better do nothing else.",
			given = "CREATE TABLE users (name text, old text); CREATE INDEX ix_users_old ON users (old)",
			reversible = false)
	void autocommit(Operations op) {
		op.autocommit((outside) -> {
			outside.createIndex("ix_users_name", "users", (index) -> index.columns("name").concurrently());
			outside.dropIndex("ix_users_old", (drop) -> drop.concurrently());
			outside.execute("VACUUM users");
		});
	}

}
