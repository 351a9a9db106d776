package dev.limbeck.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Runs the queries of an inspection, one parameter each.
 */
final class CatalogReader {

	private static final Pattern NUMBER = Pattern.compile("-?\\d+");

	// What the server says when it does not find what a row of the catalog names
	private static final String INTERNAL_ERROR = "XX000";

	private static final String DROPPED_TYPE = "???";

	private static final String SYSTEM_TYPES = """
			SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND ?::text[] IS NOT NULL
			""";

	private final Connection connection;

	private final InspectionScope scope;

	private final int version;

	private final Set<String> systemTypes;

	private final Map<String, ColumnType> types = new HashMap<>();

	CatalogReader(Connection connection, InspectionScope scope) throws SQLException {
		this.connection = connection;
		this.scope = scope;
		this.version = connection.getMetaData().getDatabaseMajorVersion();
		this.systemTypes = scope.whole() ? Set.copyOf(inSchemas(SYSTEM_TYPES, (row) -> row.getString("typname")))
				: Set.of();
	}

	InspectionScope scope() {
		return this.scope;
	}

	String since(int version, String column, String otherwise) {
		return (this.version >= version) ? column : otherwise;
	}

	<T> List<T> inSchemas(String sql, RowReader<T> reader) throws SQLException {
		return read(sql, array(this.scope.schemas().stream().map((name) -> '"' + escape(name) + '"')), reader);
	}

	<T> List<T> ofObjects(String sql, Collection<Long> objects, RowReader<T> reader) throws SQLException {
		return read(sql, array(objects.stream().map(String::valueOf)), reader);
	}

	private static String escape(String name) {
		return name.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	private static String array(Stream<String> elements) {
		return elements.collect(Collectors.joining(",", "{", "}"));
	}

	private <T> List<T> read(String sql, String parameter, RowReader<T> reader) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			// as text it would be cast, and as an array parsed again, for every row
			statement.setObject(1, parameter, Types.OTHER);
			List<T> result = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					result.add(reader.read(row));
				}
			}
			return result;
		}
		catch (SQLException ex) {
			throw INTERNAL_ERROR.equals(ex.getSQLState()) ? new CatalogChangedException(ex) : ex;
		}
	}

	QualifiedName name(ResultSet row, String schema, String name) throws SQLException {
		return this.scope.name(row.getString(schema), row.getString(name));
	}

	/**
	 * Return the name of something that the server has of its own, too, which it finds
	 * before that of the default schema.
	 * @param schema the schema
	 * @param name the name
	 * @return the name, with the schema unless it is the server's
	 */
	QualifiedName nameBesideSystem(String schema, String name) {
		if (schema.equals("pg_catalog")) {
			return QualifiedName.of(name);
		}
		return this.scope.whole() ? QualifiedName.of(schema, name) : this.scope.name(schema, name);
	}

	/**
	 * Return what the server prints of something that is there.
	 * @param row the row
	 * @param column the column of the row
	 * @return what it prints
	 * @throws CatalogChangedException if it was dropped meanwhile
	 */
	static String printed(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		if (text == null || text.equals(DROPPED_TYPE)) {
			throw new CatalogChangedException();
		}
		return text;
	}

	ColumnType type(ResultSet row, String column) throws SQLException {
		return type(printed(row, column));
	}

	private ColumnType type(String text) {
		return this.types.computeIfAbsent(text, (missing) -> relative(ColumnType.parse(missing)));
	}

	// A type of one's own that is called like one of the server's keeps its schema
	private ColumnType relative(ColumnType type) {
		if (type.schema() == null || !type.schema().equals(this.scope.defaultSchema())
				|| this.systemTypes.contains(type.name())) {
			return type;
		}
		ColumnType relative = new ColumnType(null, type.name(), type.arguments(), type.dimensions());
		return relative.isStandard() ? type : relative;
	}

	static List<String> strings(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

	static Map<String, String> options(ResultSet row, String column) throws SQLException {
		Map<String, String> options = new LinkedHashMap<>();
		for (String option : strings(row, column)) {
			int equals = option.indexOf('=');
			options.put(option.substring(0, equals), option.substring(equals + 1));
		}
		return options;
	}

	static List<Integer> numbers(@Nullable String text) {
		if (text == null) {
			return List.of();
		}
		return NUMBER.matcher(text).results().map((match) -> Integer.valueOf(match.group())).toList();
	}

	/**
	 * Makes something of a row.
	 *
	 * @param <T> what it makes
	 */
	@FunctionalInterface
	interface RowReader<T> {

		T read(ResultSet row) throws SQLException;

	}

}
