package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Make a partition a table of its own.
 *
 * @param table the table
 * @param partition the partition
 * @param concurrently whether to let others write meanwhile, which cannot be in a
 * transaction
 * @param bound the rows that belong there, if it is known
 * @since 0.1.0
 */
public record DetachPartition(QualifiedName table, QualifiedName partition, boolean concurrently,
		@Nullable String bound) implements TableOperation {

	/**
	 * Create a detach partition.
	 * @param table the table
	 * @param partition the partition
	 * @param concurrently whether to let others write meanwhile, which cannot be in a
	 * transaction
	 * @param bound the rows that belong there, if it is known
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public DetachPartition {
		OperationRequirement.present("table", table);
		OperationRequirement.present("partition", partition);
	}

	@Override
	public @Nullable Operation inverse() {
		return (this.bound != null) ? new AttachPartition(this.table, this.partition, this.bound) : null;
	}

	@Override
	public <R> R accept(TableOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
