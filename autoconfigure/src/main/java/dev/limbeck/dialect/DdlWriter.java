package dev.limbeck.dialect;

import java.util.List;

import dev.limbeck.operation.Operation;

/**
 * Says operations in the words of a database.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DdlWriter {

	/**
	 * Return the statements that an operation becomes.
	 * @param operation the operation
	 * @return the statements, in order
	 * @throws UnwritableOperationException if the database, or its version, cannot do it
	 */
	List<DdlStatement> write(Operation operation);

}
