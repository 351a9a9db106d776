package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Move a sequence into another schema.
 *
 * @param sequence the sequence
 * @param schema the schema; {@code null} means the one in which the connection would
 * create it
 * @since 0.1.0
 */
public record SetSequenceSchema(QualifiedName sequence, @Nullable String schema) implements SequenceOperation {

	/**
	 * Create a set sequence schema.
	 * @param sequence the sequence
	 * @param schema the schema; {@code null} means the one in which the connection would
	 * create it
	 * @throws InvalidOperationException if one of them is missing or wrong
	 */
	public SetSequenceSchema {
		OperationRequirement.present("sequence", sequence);
		OperationRequirement.textIfAny("schema", schema);
	}

	@Override
	public @Nullable Operation inverse() {
		return new SetSequenceSchema(QualifiedName.of(this.schema, this.sequence.name()), this.sequence.schema());
	}

	@Override
	public <R> R accept(SequenceOperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

}
