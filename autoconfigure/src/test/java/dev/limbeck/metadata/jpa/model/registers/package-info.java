/**
 * Small tables, as every application has many of them.
 */
package dev.limbeck.metadata.jpa.model.registers;
