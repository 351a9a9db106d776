/**
 * Attributes of every type that Hibernate maps to one column.
 */
package dev.limbeck.metadata.jpa.model.basic;
