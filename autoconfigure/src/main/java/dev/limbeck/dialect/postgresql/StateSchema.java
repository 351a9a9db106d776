package dev.limbeck.dialect.postgresql;

/**
 * SQL that says in which schema the tables of the migrations are, if nobody has said so:
 * the first of the path that has one of the given name. Whatever is temporary is not
 * theirs.
 */
final class StateSchema {

	private StateSchema() {
	}

	/**
	 * Return an expression for the first schema of the path that has a table.
	 * @param table the name of the table, as a literal
	 * @return the expression, which is null if none has it
	 */
	static String of(String table) {
		return "(SELECT path.name::pg_catalog.text FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) "
				+ "WITH ORDINALITY AS path (name, place) WHERE NOT pg_catalog.starts_with(path.name::pg_catalog.text, "
				+ "'pg_temp_') AND pg_catalog.to_regclass(pg_catalog.format('%I.%I', path.name, " + table
				+ ")) IS NOT NULL ORDER BY path.place LIMIT 1)";
	}

	/**
	 * Return an expression for the schema of a table, or where it would be created.
	 * @param table the name of the table, as a literal
	 * @return the expression, which is null if there is no schema in the path
	 */
	static String ofOrNew(String table) {
		return "COALESCE(" + of(table) + ", pg_catalog.current_schema()::pg_catalog.text)";
	}

}
