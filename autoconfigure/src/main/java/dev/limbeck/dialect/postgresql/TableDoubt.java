package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.InvalidSchemaException;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Whether the expressions of a table that is wanted have to be shown to the server. They
 * need not if they stand in the database word for word, or if the server has only said
 * behind a literal of which type it is.
 */
final class TableDoubt {

	private static final DdlContext CONTEXT = DdlContext.of(18, NamingConvention.standard());

	private final Table wanted;

	private final @Nullable Table actual;

	TableDoubt(Table wanted, @Nullable Table actual) {
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
		return index.where() != null || index.keys().stream().anyMatch(TableDoubt::isSpecial);
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
		Column known = (this.actual != null) ? this.actual.column(column.name()) : null;
		if (column.generated() != null) {
			return known == null || known.generated() == null
					|| !known.generated().expression().equals(column.generated().expression());
		}
		return column.serverDefault() != null && settledDefault(column, known) == null;
	}

	private static @Nullable String settledDefault(Column column, @Nullable Column known) {
		if (column.serverDefault() == null || known == null
				|| !(known.serverDefault() instanceof SqlExpression printed)) {
			return null;
		}
		String written = CONTEXT.serverDefault(column.serverDefault());
		String text = printed.sql();
		return (text.equals(written) || isTypedLiteral(text, written, known)) ? text : null;
	}

	private static boolean isTypedLiteral(String printed, String written, Column column) {
		boolean literal = written.length() > 1 && written.startsWith("'")
				&& written.indexOf('\'', 1) == written.length() - 1;
		if (!literal || !printed.startsWith(written + "::")) {
			return false;
		}
		try {
			String type = printed.substring(written.length() + 2);
			return ColumnType.parse(type).name().equals(column.type().name());
		}
		catch (InvalidSchemaException ex) {
			return false;
		}
	}

	Table settled() {
		List<Column> columns = new ArrayList<>();
		for (Column column : this.wanted.columns()) {
			String text = settledDefault(column, (this.actual != null) ? this.actual.column(column.name()) : null);
			columns.add((text != null) ? withDefault(column, ServerDefault.expression(text)) : column);
		}
		return this.wanted.withColumns(columns);
	}

	private static Column withDefault(Column column, ServerDefault serverDefault) {
		return new Column(column.name(), column.type(), column.nullable(), serverDefault, null, null,
				column.collation(), column.comment());
	}

}
