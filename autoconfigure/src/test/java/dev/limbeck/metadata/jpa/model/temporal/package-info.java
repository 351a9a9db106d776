/**
 * Attributes that are points in time, and lengths of it.
 */
package dev.limbeck.metadata.jpa.model.temporal;
