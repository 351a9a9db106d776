package dev.limbeck.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that columns have and keep although no mapping says them.
 *
 * @param options what is kept
 * @param database the database
 * @param declared what is wanted
 */
record KeptDefaults(ComparisonOptions options, Schema database, Schema declared) {

	/**
	 * Return them, as far as they are expressions.
	 * @return the expressions
	 */
	Stream<String> expressions() {
		Map<QualifiedName, Table> there = new HashMap<>();
		this.database.tables().forEach((table) -> there.put(table.name(), table));
		return this.declared.tables()
			.stream()
			.flatMap((table) -> defaults(table, there.get(table.name())))
			.filter(SqlExpression.class::isInstance)
			.map((used) -> ((SqlExpression) used).sql());
	}

	private Stream<ServerDefault> defaults(Table table, @Nullable Table there) {
		boolean kept = this.options.unmapped().keeps(UnmappedKind.DEFAULT, table.hints().extent());
		if (there == null || !kept) {
			return Stream.empty();
		}
		return there.columns()
			.stream()
			.filter((column) -> saysNothing(table.column(column.name())))
			.flatMap((column) -> Stream.ofNullable(column.serverDefault()));
	}

	private static boolean saysNothing(@Nullable Column wanted) {
		return wanted != null && wanted.serverDefault() == null && wanted.identity() == null
				&& wanted.generated() == null;
	}

}
