/**
 * Target metadata from the boot model of Hibernate: the schema that the entities of a
 * persistence unit need.
 */
@NullMarked
package dev.limbeck.metadata.jpa;

import org.jspecify.annotations.NullMarked;
