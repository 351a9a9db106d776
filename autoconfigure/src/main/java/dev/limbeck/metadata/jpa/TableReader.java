package dev.limbeck.metadata.jpa;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import dev.limbeck.schema.TableOptions;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.AggregateColumn;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables.
 */
final class TableReader {

	private final ModelLocation place;

	private final Names names;

	private final ColumnReader columns;

	private final KeyReader keys;

	private final IndexReader indexes;

	private final AggregateChecks aggregates;

	private final MappingOrder order;

	private final Declarations declarations;

	TableReader(Metadata metadata, Names names, ModelLocation place) {
		this.place = place;
		this.names = names;
		this.order = new MappingOrder(metadata);
		this.declarations = new Declarations(metadata);
		this.columns = new ColumnReader(metadata, this.order.discriminators());
		this.keys = new KeyReader(names, this.declarations);
		this.indexes = new IndexReader(metadata.getDatabase().getDialect(), this.declarations);
		this.aggregates = new AggregateChecks(metadata.getDatabase().getDialect());
	}

	/**
	 * Read a table.
	 * @param table the table
	 * @param hints the names that it and its columns had before
	 * @param ignored the columns that are left out
	 * @return the table
	 */
	Table read(org.hibernate.mapping.Table table, TableHints hints, Set<String> ignored) {
		QualifiedName name = this.names.of(table);
		String declaredBy = this.declarations.of(table);
		ModelLocation here = new ModelLocation(this.place.unit(),
				"table '" + name + "'" + ((declaredBy != null) ? " of " + declaredBy : ""));
		TableParts parts = new TableParts(ignored);
		here.read(() -> {
			this.declarations.requireDistinctNames(table);
			return table;
		});
		this.keys.readPrimaryKey(table, parts);
		readUniques(table, parts, here);
		for (org.hibernate.mapping.Column column : this.order.columns(table)) {
			String columnName = Names.of(column);
			if (!parts.ignores(columnName)) {
				here.of("column '" + columnName + "'").read(() -> readColumn(column, table, parts));
			}
		}
		readChecks(table, parts, here);
		this.keys.readForeignKeys(table, parts, here);
		for (org.hibernate.mapping.Index index : MappingOrder.indexes(table)) {
			here.of("index '" + index.getName() + "' (@Index)").read(() -> {
				this.indexes.read(index, table, parts);
				return index;
			});
		}
		return here.read(() -> table(name, table, parts, hints.declaredBy(declaredBy)));
	}

	private boolean readColumn(org.hibernate.mapping.Column column, org.hibernate.mapping.Table table,
			TableParts parts) {
		this.columns.read(column, table, parts);
		if (column instanceof AggregateColumn aggregate) {
			CheckConstraint check = this.aggregates.check(aggregate);
			if (check != null) {
				parts.add(check);
			}
		}
		return true;
	}

	private void readUniques(org.hibernate.mapping.Table table, TableParts parts, ModelLocation here) {
		MappingOrder.uniqueKeys(table)
			.forEach((key) -> here.of("unique constraint '" + key.getName() + "' (@UniqueConstraint)").read(() -> {
				this.keys.readUnique(key, table, parts);
				return key;
			}));
	}

	private static void readChecks(org.hibernate.mapping.Table table, TableParts parts, ModelLocation here) {
		MappingOrder.checks(table).forEach((check) -> here.of("check '" + check.getConstraint() + "'").read(() -> {
			parts.add(CheckText.read(check));
			return check;
		}));
	}

	private static Table table(QualifiedName name, org.hibernate.mapping.Table table, TableParts parts,
			TableHints hints) {
		return new Table(name, parts.columns(), null, List.of(), List.of(), List.of(), List.of(), parts.indexes(),
				options(table.getOptions()), Comments.read(table.getComment()), hints.generated(parts.generatedNames()))
			.withConstraints(parts.constraints());
	}

	private static TableOptions options(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return TableOptions.NONE;
		}
		SqlCursor cursor = new SqlCursor(text);
		List<QualifiedName> inherits = cursor.accept("inherits")
				? cursor.names().stream().map(QualifiedName::of).toList() : List.of();
		String partitionBy = cursor.accept("partition by")
				? cursor.oneOf("range", "list", "hash").toUpperCase(Locale.ROOT) + " " + cursor.group().text() : null;
		Map<String, String> parameters = cursor.accept("with") ? StorageText.read(cursor) : Map.of();
		String tablespace = cursor.accept("tablespace") ? cursor.name() : null;
		if (cursor.hasNext()) {
			throw cursor.unreadable();
		}
		return new TableOptions(false, partitionBy, inherits, parameters, tablespace);
	}

}
