package dev.limbeck.metadata.jpa;

import java.util.List;

import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.UniqueConstraint;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads primary keys, unique constraints and foreign keys.
 */
final class KeyReader {

	private final Names names;

	private final Declarations declarations;

	KeyReader(Names names, Declarations declarations) {
		this.names = names;
		this.declarations = declarations;
	}

	void readPrimaryKey(org.hibernate.mapping.Table table, TableParts parts) {
		org.hibernate.mapping.PrimaryKey key = table.getPrimaryKey();
		if (key == null || key.getColumns().isEmpty()) {
			return;
		}
		UniqueKey ordering = key.getOrderingUniqueKey();
		String name = (ordering != null && ordering.isNameExplicit()) ? Names.of(ordering.getName()) : null;
		parts
			.add(new PrimaryKey(name, columns(key.getColumns()), List.of(), false, Deferrability.NOT_DEFERRABLE, null));
	}

	private static List<String> columns(List<Column> columns) {
		return columns.stream().map(Names::of).toList();
	}

	/**
	 * Read a unique constraint. One that puts the greatest first can only be an index.
	 * @param key the constraint
	 * @param table the table
	 * @param parts receives it
	 */
	void readUnique(UniqueKey key, org.hibernate.mapping.Table table, TableParts parts) {
		key.getColumns().forEach((column) -> this.declarations.requireColumn(table, column));
		String name = (key.getName() != null) ? Names.of(key.getName()) : null;
		if (key.getColumnOrderMap().values().stream().anyMatch("desc"::equalsIgnoreCase)) {
			List<IndexKey> keys = key.getColumns()
				.stream()
				.map((column) -> IndexReader.key(column, key.getColumnOrderMap().get(column)))
				.toList();
			parts.add(IndexReader.index(keys, true, key.getOptions()), name);
			return;
		}
		SqlCursor options = new SqlCursor((key.getOptions() != null) ? key.getOptions() : "");
		List<String> include = options.accept("include") ? options.names() : List.of();
		Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
		while (options.hasNext()) {
			Deferrability read = DeferrabilityText.read(options, deferrability);
			if (read == null) {
				throw options.unreadable();
			}
			deferrability = read;
		}
		parts.add(new UniqueConstraint(null, columns(key.getColumns()), include, false, false, deferrability, null),
				name, key.isNameExplicit());
	}

	/**
	 * Read a foreign key, if there is to be one.
	 * @param key the foreign key
	 * @param parts receives it
	 */
	void readForeignKey(org.hibernate.mapping.ForeignKey key, TableParts parts) {
		if (!key.isCreationEnabled() || !key.isPhysicalConstraint() || key.getReferencedTable().isView()) {
			return;
		}
		String name = (key.getName() != null) ? Names.of(key.getName()) : null;
		key.getColumns().forEach((column) -> this.declarations.requireColumn(key.getTable(), column));
		key.getReferencedColumns()
			.forEach((column) -> this.declarations.requireColumn(key.getReferencedTable(), column));
		parts.add(foreignKey(key), name);
	}

	private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
		QualifiedName table = this.names.of(key.getReferencedTable());
		List<Column> referred = key.isReferenceToPrimaryKey() ? key.getReferencedTable().getPrimaryKey().getColumns()
				: key.getReferencedColumns();
		ReferenceText text = new ReferenceText(action(key.getOnDeleteAction()));
		List<String> columns = columns(key.getColumns());
		String definition = key.getKeyDefinition();
		if (definition != null) {
			SqlCursor cursor = new SqlCursor(definition);
			cursor.accept("foreign key");
			columns = cursor.isAt(SqlToken.Kind.GROUP) ? cursor.names() : columns;
			readAll(text, cursor);
		}
		if (key.getOptions() != null) {
			readAll(text, new SqlCursor(key.getOptions()));
		}
		return text.foreignKey(null, columns, table, columns(referred));
	}

	private static void readAll(ReferenceText text, SqlCursor cursor) {
		text.read(cursor);
		if (cursor.hasNext()) {
			throw cursor.unreadable();
		}
	}

	private static ReferentialAction action(@Nullable OnDeleteAction action) {
		if (action == null) {
			return ReferentialAction.NO_ACTION;
		}
		return ReferentialAction.valueOf(action.name());
	}

	/**
	 * Read all foreign keys of a table.
	 * @param table the table
	 * @param parts receives them
	 * @param place where this is
	 */
	void readForeignKeys(org.hibernate.mapping.Table table, TableParts parts, ModelLocation place) {
		for (org.hibernate.mapping.ForeignKey key : MappingOrder.foreignKeys(table)) {
			place.of("foreign key '" + key.getName() + "' (@JoinColumn)").read(() -> {
				readForeignKey(key, parts);
				return key;
			});
		}
	}

}
