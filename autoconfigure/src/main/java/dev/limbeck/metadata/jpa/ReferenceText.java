package dev.limbeck.metadata.jpa;

import java.util.List;

import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a foreign key says in SQL: what it refers to, its actions, and when it is
 * checked.
 */
final class ReferenceText {

	private @Nullable QualifiedName table;

	private List<String> referredColumns = List.of();

	private ReferentialAction onDelete;

	private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

	private List<String> setOnDelete = List.of();

	private MatchType match = MatchType.SIMPLE;

	private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

	private boolean validated = true;

	private boolean enforced = true;

	ReferenceText(ReferentialAction onDelete) {
		this.onDelete = onDelete;
	}

	/**
	 * Read the clauses that follow here.
	 * @param cursor where they are
	 * @return this
	 */
	ReferenceText read(SqlCursor cursor) {
		boolean found = true;
		while (found && cursor.hasNext()) {
			found = readClause(cursor);
		}
		return this;
	}

	private boolean readClause(SqlCursor cursor) {
		if (cursor.accept("references")) {
			this.table = cursor.qualifiedName();
			this.referredColumns = cursor.isAt(SqlToken.Kind.GROUP) ? cursor.names() : List.of();
			return true;
		}
		if (cursor.accept("on delete")) {
			this.onDelete = action(cursor);
			boolean setting = this.onDelete == ReferentialAction.SET_NULL
					|| this.onDelete == ReferentialAction.SET_DEFAULT;
			this.setOnDelete = (setting && cursor.isAt(SqlToken.Kind.GROUP)) ? cursor.names() : List.of();
			return true;
		}
		if (cursor.accept("on update")) {
			this.onUpdate = action(cursor);
			return true;
		}
		if (cursor.accept("match")) {
			this.match = cursor.oneOf("simple", "full").equals("full") ? MatchType.FULL : MatchType.SIMPLE;
			return true;
		}
		return readState(cursor);
	}

	private boolean readState(SqlCursor cursor) {
		if (cursor.accept("not valid")) {
			this.validated = false;
			return true;
		}
		if (cursor.accept("not enforced")) {
			this.enforced = false;
			return true;
		}
		Deferrability read = DeferrabilityText.read(cursor, this.deferrability);
		this.deferrability = (read != null) ? read : this.deferrability;
		return read != null;
	}

	private static ReferentialAction action(SqlCursor cursor) {
		return switch (cursor.oneOf("no action", "restrict", "cascade", "set null", "set default")) {
			case "restrict" -> ReferentialAction.RESTRICT;
			case "cascade" -> ReferentialAction.CASCADE;
			case "set null" -> ReferentialAction.SET_NULL;
			case "set default" -> ReferentialAction.SET_DEFAULT;
			default -> ReferentialAction.NO_ACTION;
		};
	}

	/**
	 * Return the foreign key.
	 * @param name its name
	 * @param columns the columns that refer
	 * @param otherTable the table if the text does not name one
	 * @param otherColumns the columns there if the text does not name them
	 * @return the foreign key
	 */
	ForeignKey foreignKey(@Nullable String name, List<String> columns, @Nullable QualifiedName otherTable,
			List<String> otherColumns) {
		QualifiedName referred = (this.table != null) ? this.table : otherTable;
		if (referred == null) {
			throw new IllegalArgumentException("it refers to no table");
		}
		return new ForeignKey(name, columns, referred,
				this.referredColumns.isEmpty() ? otherColumns : this.referredColumns, this.onDelete, this.setOnDelete,
				this.onUpdate, this.match, false, this.deferrability, this.validated, this.enforced, null);
	}

}
