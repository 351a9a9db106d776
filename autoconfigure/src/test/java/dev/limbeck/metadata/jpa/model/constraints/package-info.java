/**
 * Constraints, indexes, defaults, comments and computed columns.
 */
package dev.limbeck.metadata.jpa.model.constraints;
