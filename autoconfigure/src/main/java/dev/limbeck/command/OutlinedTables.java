package dev.limbeck.command;

import java.util.List;
import java.util.Map;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Completes tables of which a mapping knows only columns and keys: how their columns are
 * generated, collations and comments are those that the revisions have made.
 *
 * @param ignored which tables are outlined
 * @param actual what the revisions have made
 */
record OutlinedTables(IgnoredObjects ignored, Schema actual) {

	Schema complete(Schema target) {
		List<Table> tables = target.tables().stream().map(this::complete).toList();
		return new Schema(target.namespaces(), target.extensions(), target.enumTypes(), target.sequences(), tables,
				target.views(), target.materializedViews(), target.routines(), target.domains());
	}

	private Table complete(Table table) {
		Table existing = this.ignored.isOutlined(table.name()) ? existing(table) : null;
		if (existing == null) {
			return table;
		}
		List<Column> columns = table.columns().stream().map((column) -> complete(table, column, existing)).toList();
		return table.withColumns(columns).withComment(orElse(table.comment(), existing.comment()));
	}

	private @Nullable Table existing(Table table) {
		Table same = this.actual.table(table.name());
		QualifiedName before = table.hints().renamedFrom();
		return (same != null || before == null) ? same : this.actual.table(before);
	}

	private static Column complete(Table table, Column column, Table existing) {
		Column before = before(table, column, existing);
		if (before == null) {
			return column;
		}
		boolean free = column.serverDefault() == null && column.identity() == null;
		return new Column(column.name(), column.type(), column.nullable(), column.serverDefault(), column.identity(),
				free ? orElse(column.generated(), before.generated()) : column.generated(),
				orElse(column.collation(), before.collation()), orElse(column.comment(), before.comment()));
	}

	private static @Nullable Column before(Table table, Column column, Table existing) {
		Column same = existing.column(column.name());
		if (same != null) {
			return same;
		}
		for (Map.Entry<String, String> renamed : table.hints().renamedColumns().entrySet()) {
			if (renamed.getValue().equals(column.name())) {
				return existing.column(renamed.getKey());
			}
		}
		return null;
	}

	private static <T> @Nullable T orElse(@Nullable T first, @Nullable T second) {
		return (first != null) ? first : second;
	}

}
