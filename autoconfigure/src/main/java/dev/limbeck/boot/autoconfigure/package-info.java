/**
 * Spring Boot auto-configuration of the migrations.
 */
@NullMarked
package dev.limbeck.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
