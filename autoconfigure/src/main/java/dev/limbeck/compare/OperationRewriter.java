package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.operation.Operation;

/**
 * Rewrites operations that a comparison has found, one at a time, in upgrades and
 * downgrades alike.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OperationRewriter {

	/**
	 * Rewrite an operation.
	 * @param operation the operation
	 * @return what takes its place: itself, others, or nothing
	 */
	List<Operation> rewrite(Operation operation);

}
