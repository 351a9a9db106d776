package dev.limbeck.compare;

import java.util.stream.Stream;

import dev.limbeck.schema.Column;
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
	 * Tell whether one of them counts on a sequence.
	 * @param sequence the name of the sequence
	 * @return whether there is one
	 */
	boolean countOn(String sequence) {
		NameScan name = new NameScan(sequence);
		return this.declared.tables()
			.stream()
			.flatMap(this::defaults)
			.anyMatch((used) -> used instanceof SqlExpression expression && name.areIn(expression.sql()));
	}

	private Stream<ServerDefault> defaults(Table table) {
		Table there = this.database.table(table.name());
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
