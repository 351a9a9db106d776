/**
 * Target metadata from the mapping of Spring Data JDBC.
 */
@NullMarked
package dev.limbeck.metadata.relational;

import org.jspecify.annotations.NullMarked;
