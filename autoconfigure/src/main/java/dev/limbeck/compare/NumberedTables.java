package dev.limbeck.compare;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables whose ids a sequence is to give, behind those that they have already.
 */
final class NumberedTables {

	private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

	private final ComparisonContext comparing;

	private final Schema database;

	private final Schema target;

	NumberedTables(ComparisonContext comparing, Schema database, Schema target) {
		this.comparing = comparing;
		this.database = database;
		this.target = target;
	}

	/**
	 * Tell whether an application asks a sequence for ids.
	 * @param sequence the name of the sequence
	 * @return whether it does
	 */
	boolean isAsked(QualifiedName sequence) {
		return this.target.tables().stream().anyMatch((table) -> table.hints().counters().containsValue(sequence));
	}

	void create(DifferenceDraft finding, Sequence sequence) {
		finding.step(Phase.CREATE_SEQUENCES, new CreateSequence(sequence, false));
		begin(finding, sequence, null);
	}

	/**
	 * Create a sequence under the name of one that is part of an identity column, which
	 * stops being one later.
	 * @param finding receives the steps
	 * @param sequence the new sequence
	 */
	void replace(DifferenceDraft finding, Sequence sequence) {
		QualifiedName aside = this.comparing.counters().aside(sequence.name());
		finding.steps(Phase.CREATE_SEQUENCES,
				List.of(new RenameSequence(sequence.name(), aside.name()), new CreateSequence(sequence, false)),
				List.of(new DropSequence(aside, false, false, null)));
		begin(finding, sequence, aside);
	}

	private void begin(DifferenceDraft finding, Sequence sequence, @Nullable QualifiedName replaced) {
		Continuation first = Continuation.ofNew(sequence);
		Continuation later = Continuation.ofNew(sequence);
		if (replaced != null) {
			first.behind(replaced);
		}
		forEach(sequence, (table, column) -> read(table, column, sequence, isNumber(column) ? first : later));
		String comment = "the sequence begins behind the greatest id";
		add(finding, Phase.CREATE_SEQUENCES, first, comment);
		add(finding, Phase.CREATE_CONSTRAINTS, later, comment);
		forEach(sequence, (table, column) -> comeBack(finding, table, column));
	}

	private static void add(DifferenceDraft finding, Phase phase, Continuation continuation, String comment) {
		if (!continuation.isEmpty()) {
			finding.steps(phase, List.of(continuation.operation(comment)), List.of());
		}
	}

	// The sequence that was asked before is asked again after a downgrade
	private void comeBack(DifferenceDraft finding, QualifiedName table, Column column) {
		Sequence counting = this.comparing.counters().sequence(table, column);
		Sequence asked = (counting != null) ? counting : this.comparing.asked(table, column.name());
		if (asked != null && column.identity() == null && isNumber(column)) {
			Operation resume = Continuation.ofExisting(asked)
				.behind(asked.name())
				.behindRows(table, column.name())
				.operation("the sequence goes on behind the greatest id");
			finding.steps(Phase.CREATE_SEQUENCES, List.of(), List.of(resume));
		}
	}

	/**
	 * Let a sequence that is there go on behind the ids that are there.
	 * @param sequence the sequence
	 * @return the operation, if a table has ids from it
	 */
	List<Operation> resume(Sequence sequence) {
		Continuation rows = rows(sequence);
		return rows.isEmpty() ? List.of() : List.of(resumed(rows.behind(sequence.name())));
	}

	/**
	 * Let a sequence that has begun anew go on behind the ids that are there.
	 * @param sequence the sequence
	 * @return the operation, if a table has ids from it
	 */
	List<Operation> resumeBehindRows(Sequence sequence) {
		Continuation rows = rows(sequence);
		return rows.isEmpty() ? List.of() : List.of(resumed(rows));
	}

	private static Operation resumed(Continuation continuation) {
		return continuation.operation("the sequence goes on behind the greatest id");
	}

	private Continuation rows(Sequence sequence) {
		Continuation rows = Continuation.ofExisting(sequence);
		forEach(sequence, (table, column) -> {
			if (isNumber(column)) {
				read(table, column, sequence, rows);
			}
		});
		return rows;
	}

	// A column that holds no numbers yet is read when it does
	private void forEach(Sequence sequence, BiConsumer<QualifiedName, Column> action) {
		for (Table table : this.target.tables()) {
			Table there = this.database.table(table.name());
			for (Column column : table.columns()) {
				Column before = (there != null) ? there.column(column.name()) : null;
				if (before != null && sequence.name().equals(this.comparing.wanted().source(table.name(), column))) {
					action.accept(table.name(), before);
				}
			}
		}
	}

	private static boolean isNumber(Column column) {
		return NUMBERS.contains(ColumnCounters.plain(column.type()).name()) && !column.type().isArray();
	}

	private void read(QualifiedName table, Column column, Sequence sequence, Continuation continuation) {
		Sequence before = this.comparing.counters().sequence(table, column);
		if (before != null && !before.name().equals(sequence.name())) {
			continuation.behind(before.name());
		}
		else if (column.identity() != null) {
			continuation.behindIdentity(table, column.name());
		}
		continuation.behindRows(table, column.name());
	}

}
