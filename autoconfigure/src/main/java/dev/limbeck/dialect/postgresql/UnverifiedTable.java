package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Whether the expressions of a table that is wanted have to be shown to the server. They
 * need not if they stand in the database word for word.
 */
final class UnverifiedTable {

	private final KnownDefaults defaults;

	private final Table wanted;

	private final @Nullable Table actual;

	UnverifiedTable(KnownDefaults defaults, Table wanted, @Nullable Table actual) {
		this.defaults = defaults;
		this.wanted = wanted;
		this.actual = actual;
	}

	boolean exists() {
		return this.wanted.columns().stream().anyMatch(this::isDoubtful) || !areKnown(conditions(this.wanted))
				|| this.wanted.indexes().stream().anyMatch(this::isDoubtful)
				|| !this.wanted.excludeConstraints().isEmpty();
	}

	private boolean areKnown(List<String> expressions) {
		Set<String> known = (this.actual != null) ? new HashSet<>(conditions(this.actual)) : Set.of();
		return known.containsAll(expressions);
	}

	private static List<String> conditions(Table table) {
		return table.checkConstraints().stream().map(CheckConstraint::condition).toList();
	}

	static boolean isSpecial(Index index) {
		return index.where() != null || index.keys().stream().anyMatch(UnverifiedTable::isSpecial);
	}

	private static boolean isSpecial(IndexKey key) {
		return key.expression() != null || key.operatorClass() != null || key.collation() != null;
	}

	private boolean isDoubtful(Index index) {
		if (!isSpecial(index)) {
			return false;
		}
		return this.actual == null || this.actual.indexes()
			.stream()
			.noneMatch((known) -> known.keys().equals(index.keys()) && Objects.equals(known.where(), index.where()));
	}

	private boolean isDoubtful(Column column) {
		Column known = actual(column);
		// Only the server knows how it prints the arguments of a type of an extension
		if (known != null && !column.type().isStandard() && !isSpelledAlike(column.type(), known.type())) {
			return true;
		}
		if (column.generated() == null && column.serverDefault() == null) {
			return false;
		}
		if (column.generated() != null) {
			return known == null || known.generated() == null
					|| !known.generated().expression().equals(column.generated().expression());
		}
		return this.defaults.printed(column, known) == null;
	}

	private static boolean isSpelledAlike(ColumnType wanted, ColumnType known) {
		return wanted.equals(known)
				|| wanted.equals(new ColumnType(wanted.schema(), known.name(), known.arguments(), known.dimensions()));
	}

	private @Nullable Column actual(Column column) {
		return (this.actual != null) ? this.actual.column(column.name()) : null;
	}

	Table settled() {
		List<Column> columns = new ArrayList<>();
		boolean same = true;
		for (Column column : this.wanted.columns()) {
			String text = (column.serverDefault() != null) ? this.defaults.printed(column, actual(column)) : null;
			columns.add((text != null) ? withDefault(column, ServerDefault.expression(text)) : column);
			same &= text == null;
		}
		return same ? this.wanted : this.wanted.withColumns(columns);
	}

	private static Column withDefault(Column column, ServerDefault serverDefault) {
		return new Column(column.name(), column.type(), column.nullable(), serverDefault, null, null,
				column.collation(), column.comment());
	}

}
