package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;

/**
 * Columns that own a sequence and are to be removed. PostgreSQL drops the sequence with
 * them, whatever else counts by it.
 *
 * @param options tell which tables are removed
 * @param database what there is
 * @param target what is wanted
 * @param leftOut what is not compared, and counts nevertheless
 */
record DroppedOwners(ComparisonOptions options, Schema database, Schema target, LeftOut leftOut) {

	/**
	 * Tell whether a column is to be removed.
	 * @param owner the column
	 * @return whether it is, by itself or with its table
	 */
	boolean contain(SequenceOwner owner) {
		Table there = this.database.table(owner.table());
		if (there == null || there.column(owner.column()) == null) {
			return false;
		}
		Table wanted = this.target.table(owner.table());
		return (wanted != null) ? wanted.column(owner.column()) == null
				: this.options.areComplete(ObjectType.TABLE, owner.table());
	}

	/**
	 * Return the database with the serial columns written out whose sequences outlive
	 * them, or would come back under another name: each is a column with a default, and a
	 * sequence.
	 * @return the database
	 */
	Schema writtenOut() {
		List<Sequence> sequences = new ArrayList<>(this.database.sequences());
		List<Table> tables = this.database.tables().stream().map((table) -> writtenOut(table, sequences)).toList();
		return new Schema(this.database.namespaces(), this.database.extensions(), this.database.enumTypes(), sequences,
				tables, this.database.views(), this.database.materializedViews(), this.database.routines(),
				this.database.domains());
	}

	private Table writtenOut(Table table, List<Sequence> sequences) {
		Map<String, QualifiedName> counters = new HashMap<>(table.hints().counters());
		List<Column> columns = new ArrayList<>();
		for (Column column : table.columns()) {
			QualifiedName name = counters.get(column.name());
			if (name != null && ColumnCounters.isSerial(column) && isSeparate(table, column, name)) {
				sequences.add(Objects.requireNonNull(new ColumnCounters(this.database).part(name)));
				counters.remove(column.name());
				columns.add(new Column(column.name(), ColumnCounters.plain(column.type()), false,
						ColumnCounters.next(name), null, null, null, column.comment()));
			}
			else {
				columns.add(column);
			}
		}
		return (columns.equals(table.columns())) ? table
				: table.withColumns(columns).withHints(table.hints().counters(counters));
	}

	private boolean isSeparate(Table table, Column column, QualifiedName sequence) {
		boolean renamed = !sequence.name().equals(table.name().name() + "_" + column.name() + "_seq");
		return contain(new SequenceOwner(table.name(), column.name()))
				&& (renamed || isDeclared(sequence) || isCounted(sequence));
	}

	private boolean isDeclared(QualifiedName sequence) {
		return this.target.sequences().stream().anyMatch((wanted) -> wanted.name().equals(sequence));
	}

	private boolean isCounted(QualifiedName sequence) {
		return this.leftOut.countsBy(sequence)
				|| Stream.concat(this.database.tables().stream(), this.target.tables().stream())
					.flatMap((table) -> table.columns().stream())
					.anyMatch((column) -> column.serverDefault() instanceof SqlExpression expression
							&& ColumnCounters.isNext(expression.sql(), sequence));
	}

}
