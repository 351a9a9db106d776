/**
 * The root of all exceptions that say what happened and what to do about it. Every room
 * may import it.
 */
@NullMarked
package dev.limbeck.failure;

import org.jspecify.annotations.NullMarked;
