/**
 * Target metadata: the schema that the application's model asks for, whoever declares it.
 */
@NullMarked
package dev.limbeck.metadata;

import org.jspecify.annotations.NullMarked;
