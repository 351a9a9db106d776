package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.dialect.RefusedTargetException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Sees that the server has the types of a target's columns, as far as the target does not
 * create them.
 */
final class TargetTypes {

	private static final String UNKNOWN = """
			SELECT t.name FROM pg_catalog.unnest(?::pg_catalog.text[]) AS t(name)
			WHERE pg_catalog.to_regtype(t.name) IS NULL AND NOT EXISTS (
				SELECT FROM pg_catalog.unnest(?::pg_catalog.text[]) AS e(schema)
				WHERE pg_catalog.strpos(t.name, '.') OPERATOR(pg_catalog.=) 0 AND pg_catalog.to_regtype(
					e.schema OPERATOR(pg_catalog.||) '.' OPERATOR(pg_catalog.||) t.name) IS NOT NULL)
			""";

	// Anything else may be a spelling that only the server understands
	private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

	private final PostgresqlNames names = new PostgresqlNames();

	private final Schema target;

	private final Schema database;

	TargetTypes(Schema target, Schema database) {
		this.target = target;
		this.database = database;
	}

	/**
	 * Look at the types.
	 * @param connection the connection
	 * @throws RefusedTargetException if the server does not have one of them
	 * @throws SQLException if the server refuses
	 */
	void check(Connection connection) throws SQLException {
		Map<String, String> columns = doubtful();
		if (columns.isEmpty() || areExtensionsMissing()) {
			return;
		}
		List<String> written = List.copyOf(columns.keySet());
		try (PreparedStatement statement = connection.prepareStatement(UNKNOWN)) {
			statement.setArray(1, connection.createArrayOf("text", written.toArray()));
			statement.setArray(2, connection.createArrayOf("text", extensionSchemas()));
			try (ResultSet rows = statement.executeQuery()) {
				if (rows.next()) {
					throw unknown(rows.getString(1), columns.getOrDefault(rows.getString(1), "a column"));
				}
			}
		}
	}

	// Where an extension is installed is not what a mapping is about
	private Object[] extensionSchemas() {
		return this.database.extensions()
			.stream()
			.flatMap((extension) -> Stream.ofNullable(extension.schema()))
			.distinct()
			.map(this.names::name)
			.toArray();
	}

	private static RefusedTargetException unknown(String type, String column) {
		return new RefusedTargetException(
				"The server has no type %s, which is that of %s. Nothing was changed.".formatted(type, column),
				TrialTransaction.WITH_TYPE, null);
	}

	// Their types come with them
	private boolean areExtensionsMissing() {
		Set<String> installed = new HashSet<>(this.database.extensions().stream().map(Extension::name).toList());
		return !installed.containsAll(this.target.extensions().stream().map(Extension::name).toList());
	}

	private Map<String, String> doubtful() {
		Set<QualifiedName> known = new HashSet<>();
		this.target.enumTypes().stream().map(EnumType::name).forEach(known::add);
		this.target.domains().stream().map(Domain::name).forEach(known::add);
		this.target.tables().stream().map(Table::name).forEach(known::add);
		Map<String, String> columns = new LinkedHashMap<>();
		for (Table table : this.target.tables()) {
			for (Column column : table.columns()) {
				QualifiedName type = QualifiedName.of(column.type().schema(), column.type().name());
				if (isDoubtful(column.type()) && !known.contains(type)) {
					columns.putIfAbsent(this.names.name(type), words(table, column));
				}
			}
		}
		return columns;
	}

	private static boolean isDoubtful(ColumnType type) {
		return !type.isStandard() && !type.name().endsWith("serial") && NAME.matcher(type.name()).matches();
	}

	private static String words(Table table, Column column) {
		String declaredBy = table.hints().declaredBy();
		return "column '" + column.name() + "' of table '" + table.name() + "'"
				+ ((declaredBy != null) ? " of " + declaredBy : "");
	}

}
