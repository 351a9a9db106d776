/**
 * Text of others, made harmless for terminals and logs. Imports no other room.
 */
@NullMarked
package dev.limbeck.text;

import org.jspecify.annotations.NullMarked;
