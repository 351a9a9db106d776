package dev.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * The names that a database had before something there was renamed.
 *
 * @param objects the new names of tables, sequences and enum types by their former ones
 * @param columns the new names of columns by the former ones of their tables, and theirs
 */
record FormerNames(Map<QualifiedName, QualifiedName> objects, Map<QualifiedName, Map<String, String>> columns) {

	/**
	 * Return the names.
	 * @param before the database before
	 * @param after the same with the new names, everything in its place
	 * @return the names
	 */
	static FormerNames of(Schema before, Schema after) {
		FormerNames names = new FormerNames(new HashMap<>(), new HashMap<>());
		for (int i = 0; i < before.tables().size(); i++) {
			names.put(before.tables().get(i), after.tables().get(i));
		}
		for (int i = 0; i < before.enumTypes().size(); i++) {
			names.objects.put(before.enumTypes().get(i).name(), after.enumTypes().get(i).name());
		}
		for (int i = 0; i < before.sequences().size(); i++) {
			names.objects.put(before.sequences().get(i).name(), after.sequences().get(i).name());
		}
		return names;
	}

	private void put(Table before, Table after) {
		this.objects.put(before.name(), after.name());
		Map<String, String> names = new HashMap<>();
		for (int i = 0; i < before.columns().size(); i++) {
			names.put(before.columns().get(i).name(), after.columns().get(i).name());
		}
		this.columns.put(before.name(), names);
	}

	List<DependentObject> rename(List<DependentObject> dependents) {
		return dependents.stream()
			.map((dependent) -> dependent.renamed(this::renamed,
					(expression) -> renamed(dependent.on().name(), expression)))
			.toList();
	}

	private ObjectAddress renamed(ObjectAddress address) {
		QualifiedName name = this.objects.getOrDefault(address.name(), address.name());
		return switch (address.kind()) {
			case COLUMN, DEFAULT -> new ObjectAddress(address.kind(), name,
					columns(address.name()).getOrDefault(address.part(), address.part()));
			case RELATION, TYPE, CONSTRAINT, INDEX, FURTHER -> new ObjectAddress(address.kind(), name, address.part());
			case SCHEMA, EXTENSION, ROUTINE -> address;
		};
	}

	private Map<String, String> columns(QualifiedName table) {
		return this.columns.getOrDefault(table, Map.of());
	}

	private String renamed(QualifiedName table, String expression) {
		String renamed = expression;
		for (Map.Entry<String, String> column : columns(table).entrySet()) {
			if (!column.getKey().equals(column.getValue())) {
				renamed = new NameScan(column.getKey()).replaceOutsideLiterals(renamed, column.getValue());
			}
		}
		return renamed;
	}

}
