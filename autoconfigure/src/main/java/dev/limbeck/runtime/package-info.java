/**
 * Carry a plan out on a connection: transactions, version table, history, lock.
 */
@NullMarked
package dev.limbeck.runtime;

import org.jspecify.annotations.NullMarked;
