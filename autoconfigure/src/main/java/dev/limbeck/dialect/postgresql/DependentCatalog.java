package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.limbeck.dialect.Dependence;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.DependentObject.Definition;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * Finds what depends on tables, columns and other objects. What the server itself carries
 * along when a column gets another type is no such thing then.
 */
final class DependentCatalog {

	private static final String PRIVILEGES = "privileges";

	// What the server makes if a statement says nothing
	private static final String USUAL_KINDS = "dfm";

	private DependentCatalog() {
	}

	static List<DependentObject> read(CatalogReader reader) throws SQLException {
		return reader.inSchemas(DependentQuery.SQL, (row) -> object(reader, row));
	}

	private static DependentObject object(CatalogReader reader, ResultSet row) throws SQLException {
		ObjectAddress on = new ObjectAddress(Kind.valueOf(row.getString("kind")), reader.name(row, "schema", "name"),
				row.getString("part"));
		return new DependentObject(on, Dependence.valueOf(row.getString("dependence")), row.getString("description"),
				address(reader, row), row.getBoolean("stored"), definition(reader, row, on));
	}

	private static @Nullable ObjectAddress address(CatalogReader reader, ResultSet row) throws SQLException {
		String kind = row.getString("address_kind");
		return (kind != null) ? new ObjectAddress(Kind.valueOf(kind),
				reader.name(row, "address_schema", "address_name"), row.getString("address_part")) : null;
	}

	private static @Nullable Definition definition(CatalogReader reader, ResultSet row, ObjectAddress on)
			throws SQLException {
		String setting = row.getString("setting");
		if (setting != null) {
			return setting.equals(PRIVILEGES) ? null
					: new Definition("ALTER TABLE ? " + setting + " ?", List.of(ObjectAddress.relation(on.name()), on));
		}
		return (row.getString("kinds") != null) ? statistics(reader, row, on.name()) : null;
	}

	private static Definition statistics(CatalogReader reader, ResultSet row, QualifiedName table) throws SQLException {
		QualifiedName name = reader.name(row, "statistics_schema", "statistics_name");
		List<Object> parameters = new ArrayList<>(List.of(name));
		for (String column : CatalogReader.strings(row, "columns")) {
			parameters.add(ObjectAddress.column(table, column));
		}
		for (String expression : CatalogReader.strings(row, "expressions")) {
			parameters.add(SqlExpression.sql("(" + expression + ")"));
		}
		int parts = parameters.size() - 1;
		parameters.add(ObjectAddress.relation(table));
		String create = "CREATE STATISTICS ?" + kinds(row.getString("kinds"), parts) + " ON "
				+ String.join(", ", Collections.nCopies(parts, "?")) + " FROM ?";
		return new Definition(create + settings(row, name, parameters), parameters);
	}

	private static String kinds(String letters, int parts) {
		List<String> kinds = new ArrayList<>();
		for (int i = 0; i < USUAL_KINDS.length(); i++) {
			if (letters.indexOf(USUAL_KINDS.charAt(i)) >= 0) {
				kinds.add(List.of("ndistinct", "dependencies", "mcv").get(i));
			}
		}
		return (parts == 1 || kinds.size() == USUAL_KINDS.length()) ? "" : " (" + String.join(", ", kinds) + ")";
	}

	private static String settings(ResultSet row, QualifiedName name, List<Object> parameters) throws SQLException {
		String settings = "";
		if (row.getInt("target") >= 0 && !row.wasNull()) {
			settings += ";\nALTER STATISTICS ? SET STATISTICS " + row.getInt("target");
			parameters.add(name);
		}
		String comment = row.getString("comment");
		if (comment != null) {
			settings += ";\nCOMMENT ON STATISTICS ? IS ?";
			parameters.addAll(List.of(name, comment));
		}
		return settings;
	}

}
