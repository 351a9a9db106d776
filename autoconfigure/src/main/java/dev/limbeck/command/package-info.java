/**
 * The programmatic API: what can be asked of migrations, with typed results.
 */
@NullMarked
package dev.limbeck.command;

import org.jspecify.annotations.NullMarked;
