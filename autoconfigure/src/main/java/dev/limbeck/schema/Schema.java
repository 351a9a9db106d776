package dev.limbeck.schema;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Everything in a database, or everything that an application wants there.
 *
 * @param namespaces the named parts of the database
 * @param extensions the extensions
 * @param enumTypes the enum types
 * @param sequences the sequences, except those of identity columns
 * @param tables the tables
 * @param views the views
 * @param materializedViews the materialized views
 * @param routines the functions and procedures
 * @param domains the domains
 * @since 0.1.0
 */
public record Schema(List<Namespace> namespaces, List<Extension> extensions, List<EnumType> enumTypes,
		List<Sequence> sequences, List<Table> tables, List<View> views, List<MaterializedView> materializedViews,
		List<Routine> routines, List<Domain> domains) {

	/**
	 * There is nothing.
	 */
	public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
			List.of(), List.of());

	/**
	 * Create a schema.
	 * @param namespaces the named parts of the database
	 * @param extensions the extensions
	 * @param enumTypes the enum types
	 * @param sequences the sequences, except those of identity columns
	 * @param tables the tables
	 * @param views the views
	 * @param materializedViews the materialized views
	 * @param routines the functions and procedures
	 * @param domains the domains
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Schema {
		namespaces = Requirement.list("namespaces", namespaces);
		extensions = Requirement.list("extensions", extensions);
		enumTypes = Requirement.list("enumTypes", enumTypes);
		sequences = Requirement.list("sequences", sequences);
		tables = Requirement.list("tables", tables);
		Requirement.distinct("tables", tables.stream().map(Table::name).toList());
		views = Requirement.list("views", views);
		materializedViews = Requirement.list("materializedViews", materializedViews);
		routines = Requirement.list("routines", routines);
		domains = Requirement.list("domains", domains);
	}

	/**
	 * Create a schema without domains.
	 * @param namespaces the named parts of the database
	 * @param extensions the extensions
	 * @param enumTypes the enum types
	 * @param sequences the sequences, except those of identity columns
	 * @param tables the tables
	 * @param views the views
	 * @param materializedViews the materialized views
	 * @param routines the functions and procedures
	 * @throws InvalidSchemaException if one of them is missing or wrong
	 */
	public Schema(List<Namespace> namespaces, List<Extension> extensions, List<EnumType> enumTypes,
			List<Sequence> sequences, List<Table> tables, List<View> views, List<MaterializedView> materializedViews,
			List<Routine> routines) {
		this(namespaces, extensions, enumTypes, sequences, tables, views, materializedViews, routines, List.of());
	}

	/**
	 * Return a schema.
	 * @param definition says what there is
	 * @return the schema
	 */
	public static Schema of(Consumer<SchemaBuilder> definition) {
		SchemaBuilder builder = new SchemaBuilder(null);
		definition.accept(builder);
		return builder.schema();
	}

	/**
	 * Return a table.
	 * @param name the name of the table
	 * @return the table, {@code null} if there is none of that name
	 */
	public @Nullable Table table(QualifiedName name) {
		return this.tables.stream().filter((table) -> table.name().equals(name)).findFirst().orElse(null);
	}

}
