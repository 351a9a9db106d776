/**
 * Embeddables, nested ones and overrides.
 */
package dev.limbeck.metadata.jpa.model.embedded;
