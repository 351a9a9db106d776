/**
 * Associations of every kind.
 */
package dev.limbeck.metadata.jpa.model.associations;
