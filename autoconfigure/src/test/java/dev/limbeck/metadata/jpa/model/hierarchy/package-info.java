/**
 * Hierarchies with a table for each class.
 */
package dev.limbeck.metadata.jpa.model.hierarchy;
