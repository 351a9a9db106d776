/**
 * Tables with names, schemas and parts of all kinds.
 */
package dev.limbeck.metadata.jpa.model.tables;
