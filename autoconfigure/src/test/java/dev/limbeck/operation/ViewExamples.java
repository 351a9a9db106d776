package dev.limbeck.operation;

/**
 * The directives for views, materialized views, functions and procedures.
 */
class ViewExamples {

	@Example(value = "createView", given = "CREATE TABLE users (id integer, name text)")
	void createView(Operations op) {
		op.createView("names", "SELECT id, name FROM users");
	}

	@Example(value = "createView",
			given = "CREATE TABLE users (id integer, name text);" + " CREATE VIEW names AS SELECT id FROM users",
			reversible = false)
	void replaceView(Operations op) {
		op.createView("names", "SELECT id, name FROM users WHERE id > 0",
				(view) -> view.orReplace()
					.columns("id", "title")
					.with("security_barrier", "true")
					.checkOption()
					.comment("Without the robot"));
	}

	@Example(value = "createView", about = "The rights of whoever reads the view count since PostgreSQL 15.",
			given = "CREATE TABLE users (id integer)", since = 15)
	void createViewOfInvoker(Operations op) {
		op.createView("ids", "SELECT id FROM users",
				(view) -> view.with("security_invoker", "true").localCheckOption());
	}

	@Example(value = "dropView", given = "CREATE VIEW one AS SELECT 1", reversible = false)
	void dropView(Operations op) {
		op.dropView("one");
	}

	@Example(value = "dropView", given = "CREATE VIEW one AS SELECT 1 AS n; CREATE VIEW two AS SELECT n FROM one",
			reversible = false)
	void dropViewIfExists(Operations op) {
		op.dropView("one", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "createMaterializedView", given = "CREATE TABLE users (id integer, team integer)")
	void createMaterializedView(Operations op) {
		op.createMaterializedView("team_sizes", "SELECT team, count(*) FROM users GROUP BY team",
				(view) -> view.columns("team", "size")
					.index((index) -> index.columns("team").unique())
					.with("fillfactor", "80")
					.comment("As of last night"));
	}

	@Example("createMaterializedView")
	void createMaterializedViewWithNoData(Operations op) {
		op.createMaterializedView("later", "SELECT 1 AS one",
				(view) -> view.ifNotExists().tablespace("pg_default").withNoData());
	}

	@Example(value = "dropMaterializedView", given = "CREATE MATERIALIZED VIEW one AS SELECT 1", reversible = false)
	void dropMaterializedView(Operations op) {
		op.dropMaterializedView("one");
	}

	@Example(value = "dropMaterializedView",
			given = "CREATE MATERIALIZED VIEW one AS SELECT 1 AS n;" + " CREATE VIEW two AS SELECT n FROM one",
			reversible = false)
	void dropMaterializedViewIfExists(Operations op) {
		op.dropMaterializedView("one", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "refreshMaterializedView", given = "CREATE MATERIALIZED VIEW one AS SELECT 1 AS n WITH NO DATA",
			reversible = false)
	void refreshMaterializedView(Operations op) {
		op.refreshMaterializedView("one");
	}

	@Example(value = "refreshMaterializedView", about = "Others can read meanwhile. It can be in a transaction.",
			given = "CREATE TABLE t (n integer); CREATE MATERIALIZED VIEW ns AS SELECT n FROM t;"
					+ " CREATE UNIQUE INDEX ON ns (n); INSERT INTO t VALUES (1)",
			reversible = false)
	void refreshMaterializedViewConcurrently(Operations op) {
		op.refreshMaterializedView("ns", (refresh) -> refresh.concurrently());
	}

	@Example(value = "refreshMaterializedView", about = "Or empty it.",
			given = "CREATE MATERIALIZED VIEW one AS SELECT 1 AS n", reversible = false)
	void emptyMaterializedView(Operations op) {
		op.refreshMaterializedView("one", (refresh) -> refresh.withNoData());
	}

	@Example("createFunction")
	void createFunction(Operations op) {
		op.createFunction("add",
				(function) -> function.arguments("a integer, b integer DEFAULT 1")
					.returns("integer")
					.options("IMMUTABLE STRICT")
					.body("SELECT a + b")
					.comment("It adds"));
	}

	@Example(value = "createFunction", about = "The body is quoted so that nothing in it ends the quotes.",
			given = "CREATE FUNCTION greet(name text) RETURNS text LANGUAGE sql AS 'SELECT name'", reversible = false)
	void replaceFunction(Operations op) {
		op.createFunction("greet",
				(function) -> function.orReplace().arguments("name text").returns("text").language("plpgsql").body("""

						BEGIN
						    RETURN format($$Hello, it's %s$$, name);
						END
						"""));
	}

	@Example(value = "dropFunction",
			given = "CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + $2'",
			reversible = false)
	void dropFunction(Operations op) {
		op.dropFunction("add", "integer, integer");
	}

	@Example(value = "dropFunction", about = "If there is but one of the name, it needs no arguments.",
			given = "CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'", reversible = false)
	void dropFunctionIfExists(Operations op) {
		op.dropFunction("one", null, (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "createProcedure", given = "CREATE TABLE log (line text)")
	void createProcedure(Operations op) {
		op.createProcedure("note",
				(procedure) -> procedure.arguments("line text").body("INSERT INTO log VALUES (line)"));
	}

	@Example(value = "dropProcedure", given = "CREATE PROCEDURE note(line text) LANGUAGE sql AS 'SELECT 1'",
			reversible = false)
	void dropProcedure(Operations op) {
		op.dropProcedure("note", "text");
	}

	@Example(value = "dropProcedure", given = "CREATE PROCEDURE note(line text) LANGUAGE sql AS 'SELECT 1'",
			reversible = false)
	void dropProcedureIfExists(Operations op) {
		op.dropProcedure("note", "text", (drop) -> drop.ifExists());
	}

}
