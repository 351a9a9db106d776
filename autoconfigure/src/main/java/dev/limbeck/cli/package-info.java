/**
 * The command line: arguments in, the printed result and an exit code out.
 */
@NullMarked
package dev.limbeck.cli;

import org.jspecify.annotations.NullMarked;
