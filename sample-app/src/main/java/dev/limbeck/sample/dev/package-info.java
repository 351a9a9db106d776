/**
 * The database of a developer's machine.
 */
@NullMarked
package dev.limbeck.sample.dev;

import org.jspecify.annotations.NullMarked;
