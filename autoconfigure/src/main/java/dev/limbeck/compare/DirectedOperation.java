package dev.limbeck.compare;

import dev.limbeck.operation.Operation;

/**
 * An operation of a revision that is to be written.
 *
 * @param operation the operation
 * @param destructive whether it belongs to a difference whose upgrade loses data, so that
 * it is to be written as a comment unless the user has allowed it
 * @since 0.1.0
 */
public record DirectedOperation(Operation operation, boolean destructive) {

}
