/**
 * The actuator endpoint of the migrations.
 */
@NullMarked
package dev.limbeck.boot.actuate;

import org.jspecify.annotations.NullMarked;
