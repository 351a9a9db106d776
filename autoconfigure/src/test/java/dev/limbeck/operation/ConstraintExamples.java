package dev.limbeck.operation;

import java.util.List;

import dev.limbeck.schema.ReferentialAction;

/**
 * The directives for constraints.
 */
class ConstraintExamples {

	@Example(value = "createPrimaryKey", given = "CREATE TABLE users (id integer NOT NULL)")
	void createPrimaryKey(Operations op) {
		op.createPrimaryKey("pk_users", "users", "id");
	}

	@Example(value = "createPrimaryKey", given = "CREATE TABLE users (id integer NOT NULL, name text)")
	void createPrimaryKeyWithEverything(Operations op) {
		op.createPrimaryKey(null, "users", List.of("id"), (key) -> key.include("name").deferrable().comment("The key"));
	}

	@Example(value = "createPrimaryKey", about = "No two periods of a room overlap. This needs PostgreSQL 18.",
			given = "CREATE EXTENSION btree_gist; CREATE TABLE bookings (room integer NOT NULL, during daterange NOT NULL)",
			since = 18)
	void createPrimaryKeyWithoutOverlaps(Operations op) {
		op.createPrimaryKey("pk_bookings", "bookings", List.of("room", "during"), (key) -> key.withoutOverlaps());
	}

	@Example(value = "createPrimaryKeyFromIndex",
			given = "CREATE TABLE users (id integer NOT NULL);" + " CREATE UNIQUE INDEX ix_users_id ON users (id)",
			reversible = false)
	void createPrimaryKeyFromIndex(Operations op) {
		op.createPrimaryKeyFromIndex("pk_users", "users", "ix_users_id");
	}

	@Example(value = "createUniqueConstraint", given = "CREATE TABLE users (team integer, name text)")
	void createUniqueConstraint(Operations op) {
		op.createUniqueConstraint("uq_users_name", "users", "team", "name");
	}

	@Example(value = "createUniqueConstraint", given = "CREATE TABLE users (team integer, name text)", since = 15)
	void createUniqueConstraintWithEverything(Operations op) {
		op.createUniqueConstraint(null, "users", List.of("name"),
				(key) -> key.nullsNotDistinct().include("team").initiallyDeferred().comment("Even nobody is one"));
	}

	@Example(value = "createUniqueConstraintFromIndex",
			about = "Build the index concurrently first, and the table is never locked for long.",
			given = "CREATE TABLE users (name text); CREATE UNIQUE INDEX ix_users_name ON users (name)",
			reversible = false)
	void createUniqueConstraintFromIndex(Operations op) {
		op.createUniqueConstraintFromIndex("uq_users_name", "users", "ix_users_name");
	}

	@Example(value = "createForeignKey",
			given = "CREATE TABLE teams (id integer PRIMARY KEY); CREATE TABLE users (team_id integer)")
	void createForeignKey(Operations op) {
		op.createForeignKey("fk_users_team", "users", "team_id", "teams", "id");
	}

	@Example(value = "createForeignKey", about = "Not valid at first, so that only new rows are checked.",
			given = "CREATE SCHEMA app; CREATE TABLE app.places (x integer, y integer, PRIMARY KEY (x, y));"
					+ " CREATE TABLE users (x integer, y integer)")
	void createForeignKeyWithEverything(Operations op) {
		op.createForeignKey(null, "users", List.of("x", "y"), "places", List.of("x", "y"),
				(key) -> key.referredSchema("app")
					.matchFull()
					.onDelete(ReferentialAction.SET_NULL)
					.onUpdate(ReferentialAction.CASCADE)
					.initiallyDeferred()
					.notValid()
					.comment("Where they live"));
	}

	@Example(value = "createForeignKey", about = "Only some columns are set to null, which needs PostgreSQL 15.",
			given = "CREATE TABLE teams (tenant integer, id integer, PRIMARY KEY (tenant, id));"
					+ " CREATE TABLE users (tenant integer, team integer)",
			since = 15)
	void createForeignKeyThatSetsColumns(Operations op) {
		op.createForeignKey("fk_users_team", "users", List.of("tenant", "team"), "teams", List.of("tenant", "id"),
				(key) -> key.onDelete(ReferentialAction.SET_NULL, "team"));
	}

	@Example(value = "createForeignKey", about = "Never checked, or for a period of time; both need PostgreSQL 18.",
			given = "CREATE EXTENSION btree_gist; CREATE TABLE rooms (id integer, during daterange,"
					+ " PRIMARY KEY (id, during WITHOUT OVERLAPS)); CREATE TABLE bookings (room integer, during daterange);"
					+ " CREATE TABLE users (room integer, during daterange)",
			since = 18)
	void createForeignKeyOfPeriod(Operations op) {
		op.createForeignKey("fk_bookings_room", "bookings", List.of("room", "during"), "rooms", List.of("id", "during"),
				(key) -> key.period());
		op.createForeignKey("fk_users_room", "users", List.of("room", "during"), "rooms", List.of("id", "during"),
				(key) -> key.period().notEnforced());
	}

	@Example(value = "createCheckConstraint", given = "CREATE TABLE products (price integer)")
	void createCheckConstraint(Operations op) {
		op.createCheckConstraint("ck_products_price", "products", "price > 0");
	}

	@Example(value = "createCheckConstraint", about = "Without a name, the name has a hash of the condition.",
			given = "CREATE TABLE products (price integer)")
	void createCheckConstraintNotValid(Operations op) {
		op.createCheckConstraint(null, "products", "price > 0 AND price < 100",
				(check) -> check.noInherit().notValid().comment("No bargains"));
	}

	@Example(value = "createCheckConstraint", given = "CREATE TABLE products (price integer)", since = 18)
	void createCheckConstraintNotEnforced(Operations op) {
		op.createCheckConstraint("ck_products_price", "products", "price > 0", (check) -> check.notEnforced());
	}

	@Example(value = "createExcludeConstraint",
			given = "CREATE TABLE bookings (room int4range, during tsrange, cancelled boolean)")
	void createExcludeConstraint(Operations op) {
		op.createExcludeConstraint("ex_bookings", "bookings",
				(exclude) -> exclude.column("room", "=")
					.expression("tsrange(lower(during), upper(during))", "&&")
					.include("cancelled")
					.where("NOT cancelled")
					.initiallyDeferred()
					.comment("One at a time"));
	}

	@Example(value = "dropConstraint", about = "Of any kind.",
			given = "CREATE TABLE products (price integer CONSTRAINT ck_products_price CHECK (price > 0))",
			reversible = false)
	void dropConstraint(Operations op) {
		op.dropConstraint("ck_products_price", "products");
	}

	@Example(value = "dropConstraint", given = "CREATE TABLE teams (id integer CONSTRAINT pk_teams PRIMARY KEY);"
			+ " CREATE TABLE users (team_id integer REFERENCES teams)", reversible = false)
	void dropConstraintIfExists(Operations op) {
		op.dropConstraint("pk_teams", "teams", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "validateConstraint", about = "Others can write meanwhile.",
			given = "CREATE TABLE products (price integer);"
					+ " ALTER TABLE products ADD CONSTRAINT ck_products_price CHECK (price > 0) NOT VALID",
			reversible = false)
	void validateConstraint(Operations op) {
		op.validateConstraint("ck_products_price", "products");
	}

	@Example(value = "renameConstraint",
			given = "CREATE TABLE products (price integer CONSTRAINT positive CHECK (price > 0))")
	void renameConstraint(Operations op) {
		op.renameConstraint("positive", "products", "ck_products_price");
	}

	@Example(value = "commentOnConstraint",
			given = "CREATE TABLE products (price integer CONSTRAINT ck_products_price CHECK (price > 0))",
			reversible = false)
	void commentOnConstraint(Operations op) {
		op.commentOnConstraint("ck_products_price", "products", "Nothing is free");
	}

}
