package dev.limbeck.operation;

/**
 * The directives for indexes.
 */
class IndexExamples {

	@Example(value = "createIndex", given = "CREATE TABLE users (team integer, name text)")
	void createIndex(Operations op) {
		op.createIndex("ix_users_team", "users", "team", "name");
	}

	@Example(value = "createIndex", about = "Without a name, the naming convention gives one.",
			given = "CREATE TABLE users (name text)")
	void createIndexWithoutName(Operations op) {
		op.createIndex(null, "users", "name");
	}

	@Example(value = "createIndex", about = "Everything that can be said of an index.",
			given = "CREATE TABLE users (name text, email text, age integer, note text)")
	void createIndexWithEverything(Operations op) {
		op.createIndex("ix_users_name", "users", (index) -> index.unique()
			.ifNotExists()
			.column("name", (name) -> name.collate("C").operatorClass("text_pattern_ops").descending().nullsLast())
			.column("age", (age) -> age.nullsFirst())
			.expression("lower(email)")
			.include("note")
			.where("age > 18")
			.with("fillfactor", "70")
			.tablespace("pg_default")
			.comment("For the search"));
	}

	@Example(value = "createIndex", about = "With another method.", given = "CREATE TABLE documents (data jsonb)")
	void createIndexWithMethod(Operations op) {
		op.createIndex("ix_documents_data", "documents",
				(index) -> index.using("gin").column("data", (data) -> data.operatorClass("jsonb_path_ops")));
	}

	@Example(value = "createIndex", about = "Two nulls count as equal since PostgreSQL 15.",
			given = "CREATE TABLE users (email text)", since = 15)
	void createIndexWithNullsNotDistinct(Operations op) {
		op.createIndex("uq_users_email", "users", (index) -> index.columns("email").unique().nullsNotDistinct());
	}

	@Example(value = "createIndex",
			about = "While others write. It cannot be in a transaction, so it is in `op.autocommit`.",
			given = "CREATE TABLE users (name text)")
	void createIndexConcurrently(Operations op) {
		op.autocommit((outside) -> outside.createIndex("ix_users_name", "users",
				(index) -> index.columns("name").concurrently()));
	}

	@Example(value = "dropIndex", given = "CREATE TABLE users (name text); CREATE INDEX ix_users_name ON users (name)",
			reversible = false)
	void dropIndex(Operations op) {
		op.dropIndex("ix_users_name");
	}

	@Example(value = "dropIndex", given = "CREATE TABLE users (name text); CREATE INDEX ix_users_name ON users (name)",
			reversible = false)
	void dropIndexConcurrently(Operations op) {
		op.autocommit((outside) -> outside.dropIndex("ix_users_name", (drop) -> drop.ifExists().concurrently()));
	}

	@Example(value = "renameIndex",
			given = "CREATE TABLE users (name text); CREATE INDEX ix_users_name ON users (name)")
	void renameIndex(Operations op) {
		op.renameIndex("ix_users_name", "ix_people_name");
	}

}
