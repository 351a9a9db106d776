/**
 * Hierarchies in one table.
 */
package dev.limbeck.metadata.jpa.model.single;
