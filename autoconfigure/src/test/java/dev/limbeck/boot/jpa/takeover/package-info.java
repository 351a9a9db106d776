/**
 * Entities of a shop whose tables people have made by hand.
 */
package dev.limbeck.boot.jpa.takeover;
