package dev.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.DependentObject;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * The names that a database had before something there was renamed.
 *
 * @param objects the new names of tables and enum types by their former ones
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
		return dependents.stream().map(this::rename).toList();
	}

	private DependentObject rename(DependentObject dependent) {
		String column = dependent.column();
		return new DependentObject(renamed(dependent.on()),
				(column != null) ? this.columns.getOrDefault(dependent.on(), Map.of()).getOrDefault(column, column)
						: null,
				dependent.description(), (dependent.part() != null) ? renamed(dependent.part()) : null,
				dependent.stored());
	}

	private QualifiedName renamed(QualifiedName name) {
		return this.objects.getOrDefault(name, name);
	}

}
