package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.dialect.UniqueValues;
import dev.limbeck.dialect.ValueType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.QualifiedName;

/**
 * What PostgreSQL thinks of two types.
 */
final class PostgresqlTypeRules implements TypeRules {

	private static final Set<String> TIMED = Set.of("time", "timetz", "timestamp", "timestamptz");

	private static final List<String> FULL_PRECISION = List.of("6");

	private static final int OLDEST_WITH_EVERY_TYPE = 15;

	private final DdlContext context = DdlContext.of(OLDEST_WITH_EVERY_TYPE, NamingConvention.standard());

	@Override
	public boolean satisfies(ColumnType actual, ColumnType demanded) {
		if (actual.isArray() != demanded.isArray() || !base(actual).equals(base(demanded))) {
			return false;
		}
		boolean anySchema = actual.schema() == null || demanded.schema() == null;
		return (anySchema || Objects.equals(actual.schema(), demanded.schema()))
				&& (demanded.arguments().isEmpty() || arguments(actual).equals(arguments(demanded)));
	}

	private static String base(ColumnType type) {
		return switch (type.name()) {
			case "smallserial" -> "smallint";
			case "serial" -> "integer";
			case "bigserial" -> "bigint";
			default -> type.name();
		};
	}

	private static List<String> arguments(ColumnType type) {
		boolean timed = TIMED.contains(type.name()) || type.name().equals("interval")
				|| (type.name().startsWith("interval ") && type.name().endsWith("second"));
		return (timed && type.arguments().isEmpty()) ? FULL_PRECISION : type.arguments();
	}

	@Override
	public Conversion conversion(QualifiedName table, String column, ValueType from, ValueType to) {
		return new PostgresqlConversion(this.context, table, column).find(from, to);
	}

	// Not every type has an operator of equality
	@Override
	public String differing(QualifiedName table, String column, ColumnType type, String expression) {
		return "SELECT count(*) FROM " + this.context.name(table) + " WHERE " + this.context.name(column)
				+ "::text IS DISTINCT FROM (" + expression + ")::" + this.context.type(type) + "::text";
	}

	@Override
	public String duplicates(QualifiedName table, UniqueValues values) {
		List<String> keys = values.columns().stream().map((column) -> value(values, column)).toList();
		List<String> conditions = new ArrayList<>();
		if (!values.nullsNotDistinct()) {
			keys.forEach((key) -> conditions.add(key + " IS NOT NULL"));
		}
		if (values.where() != null) {
			conditions.add("(" + values.where() + ")");
		}
		String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
		return "SELECT count(*) FROM (SELECT FROM " + this.context.name(table) + where + " GROUP BY "
				+ String.join(", ", keys) + " HAVING count(*) > 1) AS same";
	}

	@Override
	public String breaking(QualifiedName table, String condition) {
		return "SELECT * FROM " + this.context.name(table) + " WHERE NOT (" + visible(condition) + ")";
	}

	// It stands in a comment, from which it is copied
	private static String visible(String expression) {
		return FileText.of(expression, (text, offset) -> false);
	}

	@Override
	public String dangling(QualifiedName table, ForeignKey key) {
		List<String> same = new ArrayList<>();
		for (int i = 0; i < key.columns().size(); i++) {
			same.add("k." + this.context.name(key.referredColumns().get(i)) + " = r."
					+ this.context.name(key.columns().get(i)));
		}
		return referring(table, key) + " AND NOT EXISTS (SELECT FROM " + this.context.name(key.referredTable())
				+ " AS k WHERE " + String.join(" AND ", same) + ")";
	}

	@Override
	public String referring(QualifiedName table, ForeignKey key) {
		boolean full = key.match() == MatchType.FULL;
		String filled = key.columns()
			.stream()
			.map((column) -> "r." + this.context.name(column) + " IS NOT NULL")
			.collect(Collectors.joining(full ? " OR " : " AND "));
		return "SELECT * FROM " + this.context.name(table) + " AS r WHERE " + (full ? "(" + filled + ")" : filled);
	}

	@Override
	public String excluding(QualifiedName table, ExcludeConstraint exclusion) {
		IndexKeyClause keys = new IndexKeyClause(this.context);
		List<String> values = new ArrayList<>();
		List<String> conditions = new ArrayList<>();
		for (ExcludeElement element : exclusion.elements()) {
			String name = "e" + values.size();
			values.add(visible(keys.value(element.key())) + " AS " + name);
			conditions.add("a." + name + " " + element.operator() + " b." + name);
		}
		String where = (exclusion.where() != null) ? " WHERE (" + visible(exclusion.where()) + ")" : "";
		return "WITH r AS (SELECT row_number() OVER () AS n, " + String.join(", ", values) + " FROM "
				+ this.context.name(table) + where + ")\nSELECT count(*) FROM r AS a JOIN r AS b ON a.n < b.n AND "
				+ String.join(" AND ", conditions);
	}

	private String value(UniqueValues values, String column) {
		String value = values.converted().getOrDefault(column, this.context.name(column));
		String filled = values.filled().get(column);
		return (filled != null) ? "COALESCE(" + value + ", " + filled + ")" : value;
	}

}
