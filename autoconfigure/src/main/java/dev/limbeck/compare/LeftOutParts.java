package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.Dependence;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Indexes and constraints that are not compared, of tables that are. They go with the
 * columns that they are about.
 */
final class LeftOutParts {

	private final List<DependentObject> all = new ArrayList<>();

	/**
	 * Return what is left out.
	 * @param database the database
	 * @param selected what is compared of it
	 * @return an object for each column that an index or a constraint is about
	 */
	static List<DependentObject> of(Schema database, Schema selected) {
		LeftOutParts parts = new LeftOutParts();
		Map<QualifiedName, Table> whole = new HashMap<>();
		database.tables().forEach((table) -> whole.put(table.name(), table));
		for (Table table : selected.tables()) {
			Table all = Objects.requireNonNull(whole.get(table.name()));
			if (!all.equals(table)) {
				parts.add(all, table);
			}
		}
		return parts.all;
	}

	private void add(Table whole, Table selected) {
		Set<Index> indexes = Set.copyOf(selected.indexes());
		whole.indexes()
			.stream()
			.filter((index) -> !indexes.contains(index))
			.forEach((index) -> add(whole, Kind.INDEX, "index", index.name(), UsedColumns.of(index)));
		Set<Constraint> constraints = Set.copyOf(selected.constraints());
		whole.constraints()
			.stream()
			.filter((constraint) -> !constraints.contains(constraint))
			.forEach((constraint) -> add(whole, Kind.CONSTRAINT, constraint.accept(new ConstraintType()).words(),
					constraint.name(), UsedColumns.of(constraint)));
	}

	private void add(Table table, Kind kind, String words, @Nullable String name, UsedColumns used) {
		ObjectAddress address = new ObjectAddress(kind, table.name(), Objects.requireNonNull(name));
		table.columns()
			.stream()
			.filter((column) -> used.contain(column.name()))
			.forEach((column) -> this.all.add(new DependentObject(ObjectAddress.column(table.name(), column.name()),
					Dependence.GOES_ALONG, words + " " + name + " on " + table.name(), address, false, null)));
	}

}
