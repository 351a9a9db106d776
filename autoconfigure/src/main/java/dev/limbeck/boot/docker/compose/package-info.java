/**
 * Services of Docker Compose as the database to migrate.
 */
@NullMarked
package dev.limbeck.boot.docker.compose;

import org.jspecify.annotations.NullMarked;
