package dev.limbeck.compare;

import java.util.Objects;
import java.util.function.Predicate;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * Takes over into a column what the same one in the database has, where the mapping says
 * nothing of it.
 *
 * @param comparing knows types
 * @param table the table of the columns
 * @param keeps whether a kind is taken over
 */
record ColumnCompletion(ComparisonContext comparing, QualifiedName table, Predicate<UnmappedKind> keeps) {

	static final String GENERATED = "generated as ";

	Column complete(Column column, Column there) {
		boolean defaults = this.keeps.test(UnmappedKind.DEFAULT);
		boolean free = defaults && column.serverDefault() == null && column.identity() == null
				&& column.generated() == null && !column.type().name().endsWith("serial");
		boolean bound = there.serverDefault() != null || there.collation() != null;
		boolean convertible = bound && isConvertible(column, there);
		return new Column(column.name(), column.type(), column.nullable(),
				(free && convertible) ? there.serverDefault() : column.serverDefault(), identity(column, there),
				free ? there.generated() : column.generated(),
				(column.collation() == null && convertible) ? there.collation() : column.collation(),
				(column.comment() == null && this.keeps.test(UnmappedKind.COMMENT)) ? there.comment()
						: column.comment());
	}

	// A default goes with a type that the new one cannot be made of by itself
	private boolean isConvertible(Column column, Column there) {
		return this.comparing.conversion(this.table, column.name(), there.type(), column.type()).using() == null;
	}

	// Whether rows may say the number themselves is nothing that a mapping knows, nor is
	// how the numbers follow each other
	private @Nullable Identity identity(Column column, Column there) {
		Identity wanted = column.identity();
		if (wanted == null) {
			return null;
		}
		boolean always = this.keeps.test(UnmappedKind.DEFAULT) && there.identity() != null && there.identity().always();
		SequenceOptions options = this.keeps.test(UnmappedKind.SEQUENCE_OPTION) ? counted(there) : null;
		return new Identity(wanted.always() || always,
				(options != null) ? wanted.options().or(options.within(column.type())) : wanted.options());
	}

	private @Nullable SequenceOptions counted(Column there) {
		if (there.identity() != null) {
			return there.identity().options();
		}
		ColumnCounters counters = this.comparing.counters();
		Sequence sequence = counters.sequence(this.table, there);
		boolean own = sequence != null && counters.isOwn(sequence, new SequenceOwner(this.table, there.name()));
		return (sequence != null && own) ? sequence.options() : null;
	}

	static String describe(Column before, Column after) {
		if (!Objects.equals(before.serverDefault(), after.serverDefault())) {
			return "default " + ColumnDescription.of(after.serverDefault());
		}
		return Objects.equals(before.generated(), after.generated()) ? "identity always"
				: GENERATED + ColumnDescription.of(after.generated());
	}

}
