/**
 * Containers of Testcontainers as the database to migrate.
 */
@NullMarked
package dev.limbeck.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
