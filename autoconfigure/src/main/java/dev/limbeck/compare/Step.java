package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.operation.Operation;

/**
 * Something to do about a difference, and how to undo it.
 *
 * @param phase when it is done
 * @param upgrade the operations that do it
 * @param downgrade the operations that undo it
 */
record Step(Phase phase, List<Operation> upgrade, List<Operation> downgrade) {

}
