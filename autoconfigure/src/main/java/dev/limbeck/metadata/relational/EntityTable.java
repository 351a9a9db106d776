package dev.limbeck.metadata.relational;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnBuilder;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity while the paths are followed that lead to it. An entity that
 * belongs to several others has a reference to each, of which a row has one.
 */
final class EntityTable {

	private final QualifiedName name;

	private final Map<String, Column> columns = new LinkedHashMap<>();

	private final List<String> id = new ArrayList<>();

	private final Map<List<String>, ForeignKey> foreignKeys = new LinkedHashMap<>();

	private final Map<String, String> renamedColumns = new LinkedHashMap<>();

	private final Map<String, QualifiedName> counters = new LinkedHashMap<>();

	private final Set<Belonging> belongings = new LinkedHashSet<>();

	private int paths;

	private @Nullable QualifiedName renamedFrom;

	EntityTable(QualifiedName name) {
		this.name = name;
	}

	QualifiedName name() {
		return this.name;
	}

	void renamedFrom(QualifiedName former) {
		this.renamedFrom = former;
	}

	void renamedColumn(String former, String column) {
		this.renamedColumns.put(former, column);
	}

	void counter(String column, QualifiedName sequence) {
		this.counters.put(column, sequence);
	}

	void column(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
		this.columns.putIfAbsent(column, Column.of(column, type, definition));
	}

	void id(String column) {
		if (!this.id.contains(column)) {
			this.id.add(column);
		}
	}

	void reference(List<String> own, QualifiedName table, List<String> referred) {
		this.foreignKeys.putIfAbsent(own, ForeignKey.of(null, own, table, referred, (key) -> {
		}));
	}

	/**
	 * Note a path that leads here from another entity.
	 * @param belonging the columns that say to which one a row belongs
	 */
	void belongsTo(Belonging belonging) {
		this.belongings.add(belonging);
		this.paths++;
	}

	Table table() {
		boolean single = this.paths == 1;
		List<String> required = new ArrayList<>(this.id);
		Belonging belonging = single ? this.belongings.iterator().next() : null;
		if (belonging != null) {
			required.addAll(belonging.columns());
		}
		List<String> key = (this.id.isEmpty() && belonging != null && belonging.unique()) ? belonging.columns()
				: this.id;
		List<UniqueConstraint> uniques = (!this.id.isEmpty() && belonging != null && belonging.unique())
				? List.of(UniqueConstraint.of(null, belonging.columns().toArray(String[]::new))) : List.of();
		List<Column> all = this.columns.values()
			.stream()
			.map((column) -> required.contains(column.name()) ? notNull(column) : column)
			.toList();
		return Table.of(this.name, (table) -> {
			all.forEach(table::add);
			if (!key.isEmpty()) {
				table.add(PrimaryKey.of(null, key.toArray(String[]::new)));
			}
			uniques.forEach(table::add);
			this.foreignKeys.values().forEach(table::add);
		})
			.withHints(new TableHints(this.renamedFrom, this.renamedColumns, Set.of()).counters(this.counters)
				.extent(Extent.OUTLINE));
	}

	private static Column notNull(Column column) {
		return new Column(column.name(), column.type(), false, column.serverDefault(), column.identity(),
				column.generated(), column.collation(), column.comment());
	}

	/**
	 * How a row says to which entity it belongs.
	 *
	 * @param columns the columns of the reference, and of the place in lists and maps
	 * @param unique whether there is one row at most for each
	 */
	record Belonging(List<String> columns, boolean unique) {
	}

}
