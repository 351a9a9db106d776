package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;

/**
 * Reads a boot model.
 */
final class ModelReader {

	private final Metadata metadata;

	ModelReader(BootModel model) {
		this.metadata = model.metadata();
	}

	ModelSchema read() {
		List<Table> tables = new ArrayList<>();
		for (Namespace namespace : this.metadata.getDatabase().getNamespaces()) {
			namespace.getTables()
				.stream()
				.filter((table) -> table.isPhysicalTable())
				.map(this::table)
				.forEach(tables::add);
		}
		return new ModelSchema(
				new Schema(List.of(), List.of(), List.of(), List.of(), tables, List.of(), List.of(), List.of()),
				IgnoredObjects.NONE);
	}

	private Table table(org.hibernate.mapping.Table table) {
		return Table.of(QualifiedName.of(table.getName()),
				(builder) -> table.getColumns()
					.forEach((column) -> builder
						.add(Column.of(column.getName(), ColumnType.parse(column.getSqlType(this.metadata))))));
	}

}
