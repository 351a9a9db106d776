package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the operations of a revision, in order: carries them out, writes them down, or
 * keeps them.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OperationSink {

	/**
	 * Take an operation.
	 * @param operation the operation
	 */
	void accept(Operation operation);

	/**
	 * Return what the revision whose operations these are can know.
	 * @return the context
	 * @throws IllegalStateException if the operations are not those of a revision that
	 * runs
	 */
	default RevisionContext context() {
		throw new IllegalStateException("These operations are kept and not carried out, so there is no context");
	}

	/**
	 * Take the operations of a block that is to be outside of any transaction. If a sink
	 * does not say otherwise, it gets them as one {@link Autocommit}.
	 * @param block gives the operations to a sink
	 */
	default void autocommit(Consumer<OperationSink> block) {
		List<Operation> operations = new ArrayList<>();
		block.accept(operations::add);
		accept(new Autocommit(operations));
	}

}
