/**
 * Enums as text, numbers and types of PostgreSQL.
 */
package dev.limbeck.metadata.jpa.model.enums;
