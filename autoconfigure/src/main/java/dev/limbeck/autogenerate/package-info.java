/**
 * Compares what the application's model asks for with what the revisions make of an empty
 * database, and writes what differs as the statements of revisions. Knows no command.
 */
@NullMarked
package dev.limbeck.autogenerate;

import org.jspecify.annotations.NullMarked;
