/**
 * An application that is compiled ahead of time.
 */
@NullMarked
package dev.limbeck.boot.cli.ahead;

import org.jspecify.annotations.NullMarked;
