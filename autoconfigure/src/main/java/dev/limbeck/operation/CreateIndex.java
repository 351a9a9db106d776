package dev.limbeck.operation;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Create an index.
 *
 * @param table the table
 * @param index the index
 * @param concurrently whether to let others write meanwhile, which cannot be in a
 * transaction
 * @param ifNotExists whether to do nothing if there is one of that name
 * @since 0.1.0
 */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently,
		boolean ifNotExists) implements IndexOperation {

	/**
	 * Create a create index.
	 * @param table the table
	 * @param index the index
	 * @param concurrently whether to let others write meanwhile, which cannot be in a
	 * transaction
	 * @param ifNotExists whether to do nothing if there is one of that name
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public CreateIndex {
		OperationRequirement.present("table", table);
		OperationRequirement.present("index", index);
	}

	@Override
	public @Nullable Operation inverse() {
		return new DropIndex(this.table, this.index.name(), this.concurrently, false, false, this.index);
	}

	@Override
	public <R> R accept(IndexOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
