package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a table consists of, and decides on the names: one that Hibernate has
 * made of a hash is not used where the convention for names gives a better one.
 */
final class TableParts {

	private final List<Column> columns = new ArrayList<>();

	private final List<Constraint> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final Set<String> generatedNames = new HashSet<>();

	private final Set<String> ignoredColumns;

	TableParts(Set<String> ignoredColumns) {
		this.ignoredColumns = ignoredColumns;
	}

	boolean ignores(String column) {
		return this.ignoredColumns.contains(column);
	}

	private boolean ignoresAny(List<String> columns) {
		return columns.stream().anyMatch(this.ignoredColumns::contains);
	}

	void add(Column column) {
		this.columns.add(column);
	}

	void add(PrimaryKey key) {
		if (!ignoresAny(key.columns())) {
			this.constraints.add(key);
		}
	}

	/**
	 * Add a check, unless it stands there already: Hibernate has the check of an element
	 * collection at the column and at the table.
	 * @param check the check
	 */
	void add(CheckConstraint check) {
		if (!this.constraints.contains(check)) {
			this.constraints.add(check);
		}
	}

	/**
	 * Add what a column declares by itself.
	 * @param constraint the constraint
	 */
	void add(Constraint constraint) {
		this.constraints.add(constraint);
	}

	/**
	 * Add a unique constraint, unless there is one like it.
	 * @param unique the constraint, which has no name
	 * @param name the name that it has in the model
	 * @param chosen whether the application has chosen the name
	 */
	void add(UniqueConstraint unique, @Nullable String name, boolean chosen) {
		boolean known = hasUnique(unique.columns()) && !chosen;
		if (!known && !ignoresAny(unique.columns())) {
			String kept = name(name, chosen);
			this.constraints.add((kept != null) ? unique.withName(kept) : unique);
		}
	}

	boolean hasUnique(List<String> columns) {
		return this.constraints.stream()
			.anyMatch(
					(constraint) -> constraint instanceof UniqueConstraint unique && unique.columns().equals(columns));
	}

	/**
	 * Add a foreign key, unless there is one like it.
	 * @param key the foreign key, which has no name
	 * @param name the name that it has in the model
	 */
	void add(ForeignKey key, @Nullable String name) {
		boolean known = this.constraints.stream()
			.anyMatch((constraint) -> constraint instanceof ForeignKey other && other.columns().equals(key.columns())
					&& other.referredTable().equals(key.referredTable())
					&& other.referredColumns().equals(key.referredColumns()));
		if (!known && !ignoresAny(key.columns())) {
			String kept = name(name, true);
			this.constraints.add((kept != null) ? key.withName(kept) : key);
		}
	}

	/**
	 * Add an index.
	 * @param index the index, which has no name
	 * @param name the name that it has in the model
	 */
	void add(Index index, @Nullable String name) {
		List<String> keys = index.keys().stream().map((key) -> String.valueOf(key.column())).toList();
		if (!ignoresAny(keys)) {
			String kept = name(name, true);
			this.indexes.add((kept != null) ? index.withName(kept) : index);
		}
	}

	private @Nullable String name(@Nullable String name, boolean chosen) {
		if (name == null || Names.isHash(name)) {
			return null;
		}
		if (!chosen) {
			this.generatedNames.add(name);
		}
		return name;
	}

	List<Column> columns() {
		return this.columns;
	}

	List<Constraint> constraints() {
		return this.constraints;
	}

	List<Index> indexes() {
		return this.indexes;
	}

	Set<String> generatedNames() {
		return this.generatedNames;
	}

}
