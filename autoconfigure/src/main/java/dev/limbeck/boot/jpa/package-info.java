/**
 * Target metadata of every persistence unit of the application.
 */
@NullMarked
package dev.limbeck.boot.jpa;

import org.jspecify.annotations.NullMarked;
