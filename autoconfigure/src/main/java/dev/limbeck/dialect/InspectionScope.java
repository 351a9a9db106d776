package dev.limbeck.dialect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.schema.QualifiedName;

/**
 * What to read of a database.
 *
 * @param defaultSchema the schema that names without one are in
 * @param schemas all schemas to read, among them the default one
 * @param mapped tables to read although they look like those of another tool, like
 * partitions or like parts of an extension
 * @param ownTables the names of tables that are never read, in whatever schema
 * @param whole whether to read everything but the bookkeeping of migration tools, under
 * the very names that it has
 * @since 0.1.0
 */
public record InspectionScope(String defaultSchema, Set<String> schemas, Set<QualifiedName> mapped,
		Set<String> ownTables, boolean whole) {

	private static final Set<String> OWN_TABLES = Set.of("migrations_version", "migrations_history");

	/**
	 * Create a scope.
	 * @param defaultSchema the schema that names without one are in
	 * @param schemas all schemas to read, among them the default one
	 * @param mapped tables to read whatever they look like
	 * @param ownTables the names of tables that are never read
	 * @param whole whether to read everything but the bookkeeping of migration tools
	 */
	public InspectionScope {
		Set<String> all = new LinkedHashSet<>();
		all.add(defaultSchema);
		all.addAll(schemas);
		schemas = Set.copyOf(all);
		mapped = Set.copyOf(mapped);
		ownTables = Set.copyOf(ownTables);
	}

	/**
	 * Create a scope that leaves out what other tools have made for themselves.
	 * @param defaultSchema the schema that names without one are in
	 * @param schemas all schemas to read, among them the default one
	 * @param mapped tables to read whatever they look like
	 * @param ownTables the names of tables that are never read
	 */
	public InspectionScope(String defaultSchema, Set<String> schemas, Set<QualifiedName> mapped,
			Set<String> ownTables) {
		this(defaultSchema, schemas, mapped, ownTables, false);
	}

	/**
	 * Return a scope of schemas.
	 * @param defaultSchema the schema that names without one are in
	 * @param others further schemas
	 * @return the scope
	 */
	public static InspectionScope of(String defaultSchema, String... others) {
		return new InspectionScope(defaultSchema, Set.of(others), Set.of(), OWN_TABLES);
	}

	/**
	 * Return this scope with tables that are read although they look like those of
	 * another tool, like partitions or like parts of an extension.
	 * @param tables the tables that the application has mapped
	 * @return the scope
	 */
	public InspectionScope mapped(Set<QualifiedName> tables) {
		return new InspectionScope(this.defaultSchema, this.schemas, tables, this.ownTables, this.whole);
	}

	/**
	 * Return this scope with further schemas.
	 * @param further the names of the schemas
	 * @return the scope
	 */
	public InspectionScope and(Set<String> further) {
		Set<String> all = new LinkedHashSet<>(this.schemas);
		all.addAll(further);
		return new InspectionScope(this.defaultSchema, all, this.mapped, this.ownTables, this.whole);
	}

	/**
	 * Return this scope so that everything is read but the bookkeeping of migration
	 * tools, under the very names that it has.
	 * @return the scope
	 */
	public InspectionScope wholly() {
		return new InspectionScope(this.defaultSchema, this.schemas, this.mapped, this.ownTables, true);
	}

	/**
	 * Return this scope with other names of tables that are never read.
	 * @param tables the names of the version table and the history
	 * @return the scope
	 */
	public InspectionScope ownTables(Set<String> tables) {
		return new InspectionScope(this.defaultSchema, this.schemas, this.mapped, tables, this.whole);
	}

	/**
	 * Return a name as it is written here: without the default schema.
	 * @param schema the schema
	 * @param name the name
	 * @return the name
	 */
	public QualifiedName name(String schema, String name) {
		return QualifiedName.of(schema.equals(this.defaultSchema) ? null : schema, name);
	}

	/**
	 * Return a name as it is written here: without the default schema.
	 * @param name the name
	 * @return the name
	 */
	public QualifiedName name(QualifiedName name) {
		return (name.schema() != null) ? name(name.schema(), name.name()) : name;
	}

	/**
	 * Tell whether the application has mapped a table.
	 * @param table the table
	 * @return whether it has
	 */
	public boolean isMapped(QualifiedName table) {
		return this.mapped.contains(table)
				|| (table.schema() == null && this.mapped.contains(QualifiedName.of(this.defaultSchema, table.name())));
	}

	/**
	 * Tell whether a table is left out: as one of our own, or as one that another tool
	 * has made for itself, whatever it is called.
	 * @param name the name
	 * @param columns the names of its columns
	 * @return whether it is
	 */
	public boolean isForeign(QualifiedName name, List<String> columns) {
		return this.ownTables.contains(name.name()) || (!isMapped(name) && isOfTool(name, columns));
	}

	private boolean isOfTool(QualifiedName name, List<String> columns) {
		ToolTable table = ToolTable.find(name.name(), columns);
		return table != null && (!this.whole || table.bookkeeping());
	}

}
