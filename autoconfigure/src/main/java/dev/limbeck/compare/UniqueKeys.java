package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.UniqueValues;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The keys and unique indexes of a table, which values that become the same break.
 *
 * @param comparing what has to be known
 * @param table the table
 */
record UniqueKeys(ComparisonContext comparing, TablePair table) {

	// What gives each row a value of its own
	private static final Pattern DISTINCT = Pattern.compile("(?i)(nextval|\\w*uuid\\w*|random|clock_timestamp)\\s*\\(");

	Risk converted(TypeChange change) {
		return (change.conversion().merging() != null) ? merging(change, true) : Risk.NONE;
	}

	Risk reconverted(TypeChange change) {
		return (change.reconversion().merging() != null) ? merging(change, false) : Risk.NONE;
	}

	private Risk merging(TypeChange change, boolean forth) {
		return risk(change.from().name(), forth, "Rows that are unique by %s may become the same");
	}

	/**
	 * Return the risk of giving the rows without a value in a column the default.
	 * @param column the column
	 * @return the risk
	 */
	Risk filled(String column) {
		return (fill(column, true) != null) ? filling(column, true) : Risk.NONE;
	}

	/**
	 * Return the risk of giving them the default that it had.
	 * @param column the column
	 * @return the risk
	 */
	Risk refilled(String column) {
		return (fill(column, false) != null) ? filling(column, false) : Risk.NONE;
	}

	private Risk filling(String column, boolean forth) {
		return risk(column, forth, "Rows that get the default may be the same by %s");
	}

	private Risk risk(String column, boolean forth, String why) {
		Risk risk = Risk.NONE;
		for (Key key : keys(target(forth))) {
			if (key.columns().contains(column) && isThere(key)) {
				String query = this.comparing.rules().duplicates(this.table.name(), values(key, forth));
				risk = risk.and(Risk.ofDuplicates(why.formatted(key.name()), query));
			}
		}
		return risk;
	}

	private Table target(boolean forth) {
		return forth ? this.table.normalized() : this.table.database();
	}

	private boolean isThere(Key key) {
		return key.columns()
			.stream()
			.allMatch((column) -> this.table.database().column(column) != null
					&& this.table.declared().column(column) != null);
	}

	private UniqueValues values(Key key, boolean forth) {
		Map<String, String> converted = new HashMap<>();
		Map<String, String> filled = new HashMap<>();
		for (String column : key.columns()) {
			String value = value(column, forth);
			if (value != null) {
				converted.put(column, value);
			}
			String fill = fill(column, forth);
			if (fill != null) {
				filled.put(column, fill);
			}
		}
		return new UniqueValues(key.columns(), converted, filled, key.nullsNotDistinct(), key.where());
	}

	private @Nullable String value(String name, boolean forth) {
		Column from = Objects.requireNonNull(this.table.database().column(name));
		Column to = Objects.requireNonNull(this.table.declared().column(name));
		if (from.type().equals(to.type())) {
			return null;
		}
		TypeChange change = TypeChange.of(this.comparing, this.table.name(), from, to);
		Conversion conversion = forth ? change.conversion() : change.reconversion();
		return (conversion.using() != null) ? conversion.using() : conversion.merging();
	}

	// The server has printed it, with its type
	private @Nullable String fill(String name, boolean forth) {
		Column before = target(!forth).column(name);
		Column after = target(forth).column(name);
		if (before == null || after == null || !before.nullable() || after.nullable()) {
			return null;
		}
		return (after.serverDefault() instanceof SqlExpression expression && !DISTINCT.matcher(expression.sql()).find())
				? expression.sql() : null;
	}

	private static List<Key> keys(Table table) {
		List<Key> keys = new ArrayList<>();
		PrimaryKey primary = table.primaryKey();
		if (primary != null && !primary.withoutOverlaps()) {
			keys.add(new Key(String.valueOf(primary.name()), primary.columns(), true, null));
		}
		for (UniqueConstraint unique : table.uniqueConstraints()) {
			if (!unique.withoutOverlaps()) {
				keys.add(new Key(String.valueOf(unique.name()), unique.columns(), unique.nullsNotDistinct(), null));
			}
		}
		for (Index index : table.indexes()) {
			List<String> columns = index.keys()
				.stream()
				.map(IndexKey::column)
				.filter(Objects::nonNull)
				.map(String::valueOf)
				.toList();
			if (index.unique() && columns.size() == index.keys().size()) {
				keys.add(new Key(String.valueOf(index.name()), columns, index.nullsNotDistinct(), index.where()));
			}
		}
		return keys;
	}

	/**
	 * A key.
	 *
	 * @param name its name
	 * @param columns its columns
	 * @param nullsNotDistinct whether two rows without a value count as the same, or none
	 * is without
	 * @param where the condition for the rows that count
	 */
	private record Key(String name, List<String> columns, boolean nullsNotDistinct, @Nullable String where) {

	}

}
