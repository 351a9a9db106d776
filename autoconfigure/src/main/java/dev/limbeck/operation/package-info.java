/**
 * What a migration can do: an {@link dev.limbeck.operation.Operation} a thing, and
 * {@link dev.limbeck.operation.Operations}, the {@code op} that a revision receives. What
 * becomes of an operation is up to an {@link dev.limbeck.operation.OperationSink}.
 */
@NullMarked
package dev.limbeck.operation;

import org.jspecify.annotations.NullMarked;
