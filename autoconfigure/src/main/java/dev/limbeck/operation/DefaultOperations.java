package dev.limbeck.operation;

import java.util.function.Consumer;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Gives operations to a sink.
 */
final class DefaultOperations implements Operations {

	private final OperationSink sink;

	private final @Nullable String schema;

	DefaultOperations(OperationSink sink, @Nullable String schema) {
		this.sink = sink;
		this.schema = schema;
	}

	@Override
	public void invoke(Operation operation) {
		OperationRequirement.present("operation", operation);
		this.sink.accept(operation);
	}

	@Override
	public QualifiedName qualify(String name) {
		return QualifiedName.of(this.schema, name);
	}

	@Override
	public Operations inSchema(@Nullable String schema) {
		if (schema != null) {
			OperationRequirement.text("schema", schema);
		}
		return new DefaultOperations(this.sink, schema);
	}

	@Override
	public RevisionContext context() {
		return this.sink.context();
	}

	@Override
	public void autocommit(Consumer<Operations> block) {
		if (block == null) {
			throw new InvalidOperationException("block", "is missing");
		}
		this.sink.autocommit((sink) -> block.accept(new DefaultOperations(sink, this.schema)));
	}

}
