/**
 * Entities with a history that Envers keeps.
 */
package dev.limbeck.metadata.jpa.model.history;
