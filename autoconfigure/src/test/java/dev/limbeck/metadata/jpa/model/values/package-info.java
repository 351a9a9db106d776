/**
 * Collections of values.
 */
package dev.limbeck.metadata.jpa.model.values;
