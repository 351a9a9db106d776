package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Make a table a partition of another.
 *
 * @param table the table
 * @param partition the table that becomes a partition of it
 * @param bound the rows that belong there, such as {@code FOR VALUES IN (1)} or
 * {@code DEFAULT}
 * @since 0.1.0
 */
public record AttachPartition(QualifiedName table, QualifiedName partition, String bound) implements TableOperation {

	/**
	 * Create an attach partition.
	 * @param table the table
	 * @param partition the table that becomes a partition of it
	 * @param bound the rows that belong there, such as {@code FOR VALUES IN (1)} or
	 * {@code DEFAULT}
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public AttachPartition {
		OperationRequirement.present("table", table);
		OperationRequirement.present("partition", partition);
		OperationRequirement.text("bound", bound);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DetachPartition(this.table, this.partition, false, this.bound);
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
