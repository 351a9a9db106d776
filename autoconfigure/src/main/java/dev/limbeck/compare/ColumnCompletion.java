package dev.limbeck.compare;

import java.util.Objects;
import java.util.function.Predicate;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Takes over into a column what the same one in the database has, where the mapping says
 * nothing of it.
 *
 * @param comparing knows types
 * @param table the table of the columns
 * @param keeps whether a kind is taken over
 */
record ColumnCompletion(Comparing comparing, QualifiedName table, Predicate<UnmappedKind> keeps) {

	static final String GENERATED = "generated as ";

	Column complete(Column column, Column there) {
		boolean defaults = this.keeps.test(UnmappedKind.DEFAULT);
		boolean free = defaults && column.serverDefault() == null && column.identity() == null
				&& column.generated() == null && !column.type().name().endsWith("serial");
		boolean bound = there.serverDefault() != null || there.collation() != null;
		boolean convertible = bound && isConvertible(column, there);
		return new Column(column.name(), column.type(), column.nullable(),
				(free && convertible) ? there.serverDefault() : column.serverDefault(),
				defaults ? identity(column.identity(), there.identity()) : column.identity(),
				free ? there.generated() : column.generated(),
				(column.collation() == null && convertible) ? there.collation() : column.collation(),
				(column.comment() == null && this.keeps.test(UnmappedKind.COMMENT)) ? there.comment()
						: column.comment());
	}

	// A default goes with a type that the new one cannot be made of by itself
	private boolean isConvertible(Column column, Column there) {
		return this.comparing.conversion(this.table, column.name(), there.type(), column.type()).using() == null;
	}

	// Whether rows may say the number themselves is nothing that a mapping knows
	private static @Nullable Identity identity(@Nullable Identity wanted, @Nullable Identity there) {
		return (wanted != null && there != null && there.always()) ? new Identity(true, wanted.options()) : wanted;
	}

	static String describe(Column before, Column after) {
		if (!Objects.equals(before.serverDefault(), after.serverDefault())) {
			return "default " + ColumnText.of(after.serverDefault());
		}
		return Objects.equals(before.generated(), after.generated()) ? "identity always"
				: GENERATED + ColumnText.of(after.generated());
	}

}
