/**
 * Versions, soft deletes, tenants and the like.
 */
package dev.limbeck.metadata.jpa.model.states;
