package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Drop a table.
 *
 * @param table the table
 * @param ifExists whether to do nothing if there is none of that name
 * @param cascade whether to drop what depends on it, too
 * @param dropped what the table consists of, if it is known
 * @since 0.1.0
 */
public record DropTable(QualifiedName table, boolean ifExists, boolean cascade,
		@Nullable Table dropped) implements TableOperation {

	/**
	 * Create a drop table.
	 * @param table the table
	 * @param ifExists whether to do nothing if there is none of that name
	 * @param cascade whether to drop what depends on it, too
	 * @param dropped what the table consists of, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DropTable {
		OperationRequirement.present("table", table);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.dropped != null) ? new CreateTable(this.dropped, false) : null;
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
