/**
 * Identifiers, and what generates them.
 */
package dev.limbeck.metadata.jpa.model.identifiers;
