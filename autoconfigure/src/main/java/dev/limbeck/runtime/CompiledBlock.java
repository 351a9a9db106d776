package dev.limbeck.runtime;

import java.util.List;

/**
 * Statements that are run in one way.
 *
 * @param transactional whether they run in the transaction of their revision
 * @param statements the statements, in order
 */
record CompiledBlock(boolean transactional, List<CompiledStatement> statements) {
}
