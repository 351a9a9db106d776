package dev.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.TargetSchema;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Leaves out of a model what is mapped to a view or a foreign table: no CREATE TABLE
 * makes it, and no foreign key can refer to it.
 */
final class MappedTables {

	private static final Set<String> READABLE = Set.of("view", "materialized view", "foreign table");

	private final String defaultSchema;

	private final Map<QualifiedName, String> others;

	private final Map<QualifiedName, Table> left = new HashMap<>();

	private final List<String> notes = new ArrayList<>();

	/**
	 * Create it.
	 * @param defaultSchema the schema of names without one
	 * @param others what has the name of a table and is none
	 */
	MappedTables(String defaultSchema, Map<QualifiedName, String> others) {
		this.defaultSchema = defaultSchema;
		this.others = others;
	}

	TargetSchema of(TargetSchema target) {
		if (this.others.isEmpty()) {
			return target;
		}
		Schema schema = target.schema();
		List<Table> tables = schema.tables().stream().filter(this::isTable).toList();
		List<Table> linked = tables.stream().map(this::withoutKeysToOthers).toList();
		Schema rest = new Schema(schema.namespaces(), schema.extensions(), schema.enumTypes(), schema.sequences(),
				linked, schema.views(), schema.materializedViews(), schema.routines(), schema.domains());
		IgnoredObjects ignored = target.ignored().and(new IgnoredObjects(this.others.keySet(), Map.of()));
		List<String> all = new ArrayList<>(target.notes());
		all.addAll(this.notes);
		return new TargetSchema(rest, ignored, all);
	}

	private QualifiedName relative(QualifiedName name) {
		return this.defaultSchema.equals(name.schema()) ? QualifiedName.of(name.name()) : name;
	}

	private boolean isTable(Table table) {
		QualifiedName name = relative(table.name());
		String kind = this.others.get(name);
		if (kind == null) {
			return true;
		}
		if (!READABLE.contains(kind)) {
			throw ComparisonException.nameTaken(describe(table), kind);
		}
		this.left.put(name, table);
		this.notes.add(describe(table) + " is mapped to a " + kind + ", which belongs to the revisions and is not "
				+ "compared. If it is meant to be one, say so with @MigrationsIgnore; if it is meant to be a table, name "
				+ "another one with @Table.");
		return false;
	}

	private static String describe(Table table) {
		String declaredBy = table.hints().declaredBy();
		return "'" + table.name() + "'" + ((declaredBy != null) ? ", the table of " + declaredBy + "," : "");
	}

	private Table withoutKeysToOthers(Table table) {
		List<Constraint> kept = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key && this.left.containsKey(relative(key.referredTable()))) {
				this.notes
					.add("The foreign key " + key.columns() + " of table '" + table.name() + "' is left out, since '"
							+ key.referredTable() + "' is a " + this.others.get(relative(key.referredTable()))
							+ ". Say so with @JoinColumn(foreignKey = @ForeignKey(NO_CONSTRAINT)).");
			}
			else {
				kept.add(constraint);
			}
		}
		return (kept.size() == table.constraints().size()) ? table : table.withConstraints(kept);
	}

}
