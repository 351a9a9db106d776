/**
 * The revision graph: revisions, heads, targets and plans, without any input or output.
 * This room imports no other room.
 */
@NullMarked
package dev.limbeck.revision;

import org.jspecify.annotations.NullMarked;
